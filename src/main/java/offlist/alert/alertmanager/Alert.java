package offlist.alert.alertmanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An alert as Alertmanager knows it.
 *
 * @param labels what makes it this alert and no other
 * @param endsAt when it ends unless it is sent again, or when it has ended
 * @param page where it comes from
 */
record Alert(
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        Instant startsAt,
        Instant endsAt,
        boolean over,
        Optional<URI> page) {
    Alert {
        labels = new TreeMap<>(labels);
        annotations = new TreeMap<>(annotations);
    }

    /** The same, over since then. */
    Alert ended(Instant at) {
        return new Alert(labels, annotations, startsAt, at.isBefore(startsAt) ? startsAt : at, true, page);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("startsAt", startsAt.toString())
                .put("endsAt", endsAt.toString());
        page.ifPresent(uri -> json.put("generatorURL", uri.toASCIIString()));
        ObjectNode named = json.putObject("labels");
        labels.forEach(named::put);
        ObjectNode noted = json.putObject("annotations");
        annotations.forEach(noted::put);
        return json;
    }
}
