package offlist.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.alert.AlertLabels;
import offlist.catalogue.ListId;
import offlist.delist.RemovalTask;
import offlist.track.Trouble;
import offlist.web.IncidentPage.Link;

/** Where the page of an incident leads: to the addresses, the list and the removal task that it is about. */
final class IncidentLinks {
    /** A wave has thousands of addresses; their list shows them all. */
    private static final int MOST = 10;

    private static final String LATE = Trouble.Kind.REMOVAL_TASK.label() + "/";

    private final Sources sources;

    IncidentLinks(Sources sources) {
        this.sources = sources;
    }

    List<Link> of(IncidentView incident) {
        List<String> addresses = incident.labels().getOrDefault(AlertLabels.ADDRESS, List.of());
        List<String> lists = incident.labels().getOrDefault(AlertLabels.LIST, List.of());
        Stream<Link> tasks = task(incident.id())
                .map(task -> new Link("Removal task, " + task.state().label(), "/tasks/" + task.id()))
                .or(() -> search(addresses, lists))
                .stream();
        return Stream.of(
                        tasks,
                        addresses.stream().limit(MOST).map(address -> new Link(address, "/addresses/" + address)),
                        lists.stream().limit(MOST).filter(this::known).map(list -> new Link(list, "/lists/" + list)))
                .flatMap(links -> links)
                .toList();
    }

    /** An incident of one listing has its id; one about a late list names the task. */
    private Optional<RemovalTask> task(String incident) {
        return incident.startsWith(LATE)
                ? sources.tasks().byId(incident.substring(LATE.length()))
                : sources.tasks().byListing(incident);
    }

    private Optional<Link> search(List<String> addresses, List<String> lists) {
        return addresses.size() == 1 && lists.size() == 1
                ? Optional.of(new Link(
                        "Removal tasks",
                        "/tasks?show=all&list=" + encoded(lists.getFirst()) + "&address="
                                + encoded(addresses.getFirst())))
                : Optional.empty();
    }

    private boolean known(String list) {
        return ListId.parse(list)
                .flatMap(sources.setup().selection().catalogue()::list)
                .isPresent();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
