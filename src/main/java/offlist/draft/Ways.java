package offlist.draft;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.RemovalMethod;
import offlist.catalogue.RemovalProcedure;
import offlist.delist.Procedure;
import offlist.delist.RemovalTask;
import offlist.delist.RequestMail;

/** How the components that a listing names are asked, by the catalogue as it is now. */
record Ways(RemovalTask task, Catalogue catalogue, RequestMail own) {
    private List<Procedure> all() {
        List<Procedure> named =
                Procedure.of(catalogue, task.list(), task.dossier().codes());
        return named.isEmpty()
                ? catalogue.list(task.list()).map(Procedure::own).stream().toList()
                : named;
    }

    /** What people call the list. */
    String name() {
        return catalogue
                .list(task.list())
                .map(list -> Procedure.own(list).name())
                .orElse(task.list().value());
    }

    /** The components that the name of the list does not say. */
    List<String> components() {
        return all().stream()
                .map(Procedure::name)
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
        return all().stream().map(Procedure::procedure);
    }
}
