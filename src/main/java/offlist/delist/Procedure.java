package offlist.delist;

import java.util.List;
import java.util.Optional;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.PrivateList;
import offlist.catalogue.RemovalProcedure;
import offlist.catalogue.Sublist;
import offlist.track.ListedCode;

/**
 * How to come off a list or a component of it, and whose procedure that is.
 *
 * @param name what people call it
 */
public record Procedure(String name, RemovalProcedure procedure, Optional<String> website) {
    /** Of each component that the codes name; the list's own where a code names none or the component has none. */
    public static List<Procedure> of(Catalogue catalogue, ListId id, List<ListedCode> codes) {
        Optional<Procedure> own = catalogue.list(id).map(Procedure::own).or(() -> Optional.of(unlisted(catalogue, id)));
        return codes.stream()
                .map(code -> code.sublist()
                        .flatMap(part -> component(catalogue, part))
                        .or(() -> own))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The list's own; what its name says in brackets is left out. */
    public static Procedure own(DnsList list) {
        String name = list.name().isBlank() ? list.id().value() : list.name().replaceFirst("\\s*\\([^()]*\\)$", "");
        return new Procedure(name, list.removal(), list.about().website());
    }

    /** Of a receiver that judges for itself: the catalogue's, or for one that nobody wrote about its postmaster. */
    private static Procedure unlisted(Catalogue catalogue, ListId id) {
        return catalogue
                .privateList(id.value())
                .map(Procedure::own)
                .orElseGet(() -> new Procedure(id.value(), RemovalProcedure.unknown(), Optional.empty()));
    }

    private static Procedure own(PrivateList list) {
        return new Procedure(
                list.name(),
                new RemovalProcedure(
                        list.methods(),
                        list.lookup(),
                        list.removal(),
                        list.email(),
                        list.needed().stream()
                                .map(thing -> "have at hand: " + thing)
                                .toList(),
                        "",
                        Optional.empty(),
                        list.typicalTime(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of()),
                Optional.empty());
    }

    private static Optional<Procedure> component(Catalogue catalogue, String id) {
        return catalogue
                .sublist(id)
                .map(Procedure::of)
                .or(() -> ListId.parse(id).flatMap(catalogue::list).map(Procedure::own));
    }

    private static Procedure of(Sublist component) {
        return new Procedure(component.name(), component.removal(), Optional.empty());
    }
}
