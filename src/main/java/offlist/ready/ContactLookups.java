package offlist.ready;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.catalogue.LinkTemplate;
import offlist.pool.Target;
import offlist.yaml.YamlMap;

/** Where people look up to whom complaints about an address or a domain go. Nothing is fetched from there. */
final class ContactLookups {
    private record Place(String name, LinkTemplate url) {}

    private static final List<Place> PLACES = Resource.read(
            "contact-lookups.yaml",
            file -> file.maps("places").stream().map(ContactLookups::place).toList());

    private ContactLookups() {}

    static String sentence(Target... about) {
        return "Others look up whom to write to at "
                + Stream.of(about).distinct().flatMap(ContactLookups::links).collect(Collectors.joining(" and "))
                + ".";
    }

    private static Stream<String> links(Target about) {
        return PLACES.stream()
                .flatMap(
                        place -> place.url().fill(about.text()).stream().map(link -> link + " (" + place.name() + ")"));
    }

    private static Place place(YamlMap entry) {
        Place place = new Place(
                entry.text("name"), LinkTemplate.parse(entry.text("url")).orElseThrow());
        entry.text("source");
        entry.done();
        return place;
    }
}
