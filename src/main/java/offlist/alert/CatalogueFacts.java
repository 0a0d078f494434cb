package offlist.alert;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.Reason;
import offlist.catalogue.RemovalProcedure;
import offlist.catalogue.Sublist;
import offlist.track.Listing;

/** Facts from the catalogue, with the lists that the user added. */
final class CatalogueFacts implements Composer.FactsOf {
    private static final int FEW = 3;

    private final Supplier<Catalogue> catalogue;

    CatalogueFacts(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name(ListId list) {
        return catalogue
                .get()
                .list(list)
                .map(DnsList::name)
                .filter(name -> !name.isBlank())
                .orElse(list.value());
    }

    @Override
    public ListFacts of(Listing listing) {
        Optional<DnsList> list = catalogue.get().list(listing.list());
        List<RemovalProcedure> procedures = procedures(listing, list);
        Optional<Reason> reason = catalogue.get().reason(listing.reason());
        String target = listing.target().text();
        return new ListFacts(
                name(listing.list()),
                list.map(known -> known.zone().display()).orElse(""),
                list.map(known -> known.about().severityReason()).orElse(""),
                reason.map(Reason::means).orElse(""),
                reason.map(Reason::senderAction)
                        .filter(action -> !action.equals("none"))
                        .orElse(""),
                few(procedures.stream().map(RemovalProcedure::preconditions)),
                few(procedures.stream().map(RemovalProcedure::warnings)),
                procedures.stream().flatMap(p -> p.lookupUrl(target).stream()).findFirst(),
                procedures.stream().flatMap(p -> p.removalUrl(target).stream()).findFirst());
    }

    private static List<String> few(Stream<List<String>> texts) {
        return texts.flatMap(Collection::stream).distinct().limit(FEW).toList();
    }

    /** Of the components the codes name, then of the list itself for what those leave open. */
    private List<RemovalProcedure> procedures(Listing listing, Optional<DnsList> list) {
        List<RemovalProcedure> components = listing.codes().stream()
                .flatMap(code -> code.sublist().stream())
                .distinct()
                .flatMap(component -> component(component).stream())
                .toList();
        return Stream.concat(
                        components.stream(),
                        list.map(DnsList::removal).filter(own -> components.isEmpty() || !own.seeSublist()).stream())
                .toList();
    }

    private Optional<RemovalProcedure> component(String id) {
        return catalogue
                .get()
                .sublist(id)
                .map(Sublist::removal)
                .or(() -> ListId.parse(id).flatMap(catalogue.get()::list).map(DnsList::removal));
    }
}
