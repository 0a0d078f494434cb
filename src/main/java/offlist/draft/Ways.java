package offlist.draft;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.RemovalMethod;
import offlist.catalogue.RemovalProcedure;
import offlist.delist.RemovalTask;
import offlist.delist.RequestMail;

/** How the components that a listing names are asked, by the catalogue as it is now. */
record Ways(RemovalTask task, Catalogue catalogue, RequestMail own) {
    private record Way(String name, RemovalProcedure procedure) {}

    private List<Way> all() {
        Optional<DnsList> list = catalogue.list(task.list());
        List<Way> named = task.dossier().codes().stream()
                .map(code -> code.sublist().flatMap(this::component).or(() -> list.map(Ways::own)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return named.isEmpty() ? list.map(Ways::own).stream().toList() : named;
    }

    private Optional<Way> component(String id) {
        return catalogue
                .sublist(id)
                .map(part -> new Way(part.name(), part.removal()))
                .or(() -> ListId.parse(id).flatMap(catalogue::list).map(Ways::own));
    }

    private static Way own(DnsList list) {
        String name = list.name().isBlank() ? list.id().value() : list.name();
        return new Way(name.replaceFirst("\\s*\\([^()]*\\)$", ""), list.removal());
    }

    /** What people call the list. */
    String name() {
        return catalogue
                .list(task.list())
                .map(list -> own(list).name())
                .orElse(task.list().value());
    }

    /** The components that the name of the list does not say. */
    List<String> components() {
        return all().stream()
                .map(Way::name)
                .filter(part -> !name().contains(part))
                .toList();
    }

    /** Where requests are taken, filled in where the page allows that. */
    Optional<URI> page() {
        return all().stream()
                .flatMap(way -> way.procedure().removalUrl(task.target().text()).stream())
                .findFirst();
    }

    /** Where requests are taken by mail: what the operator's own file says, else the catalogue; nobody else is ever written to. */
    Optional<String> mail() {
        return Optional.ofNullable(own.addresses().get(task.list())).or(this::published);
    }

    private Optional<String> published() {
        return procedures()
                .filter(how -> how.methods().contains(RemovalMethod.EMAIL))
                .flatMap(how -> how.email().stream())
                .findFirst();
    }

    /** What the list wants before it is asked. */
    List<String> preconditions() {
        return procedures()
                .flatMap(how -> how.preconditions().stream())
                .distinct()
                .toList();
    }

    private Stream<RemovalProcedure> procedures() {
        return all().stream().map(Way::procedure);
    }
}
