package offlist.web;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offlist.alert.Hearings.Hearing;
import offlist.alert.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong now, as the API shows it.
 *
 * @param acknowledged null while nobody has said that they take care of it
 * @param receivers who is told; empty in the list of all
 */
public record IncidentView(
        String id,
        String kind,
        String headline,
        Map<String, List<String>> labels,
        Instant openedAt,
        @Nullable AcknowledgedView acknowledged,
        List<ReceiverView> receivers) {

    /** Who takes care of it. */
    public record AcknowledgedView(Instant at, String by, String comment) {}

    /**
     * A receiver that knows of it or waits for it.
     *
     * @param mutedBy why it is kept from it; null when it is not
     */
    public record ReceiverView(
            String receiver, boolean told, @Nullable String mutedBy) {}

    static IncidentView of(Incident incident, List<Hearing> hearings) {
        return new IncidentView(
                incident.id(),
                incident.kind().label(),
                incident.headline(),
                lists(incident.labels().values()),
                incident.openedAt(),
                incident.acknowledged()
                        .map(each -> new AcknowledgedView(each.at(), each.by(), each.comment()))
                        .orElse(null),
                hearings.stream()
                        .map(each -> new ReceiverView(
                                each.receiver(), each.told(), each.mutedBy().orElse(null)))
                        .toList());
    }

    /** Labels with their values as JSON has them. */
    static Map<String, List<String>> lists(Map<String, ? extends Collection<String>> labels) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        labels.forEach((label, values) -> lists.put(label, List.copyOf(values)));
        return lists;
    }
}
