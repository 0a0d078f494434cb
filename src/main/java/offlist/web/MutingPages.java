package offlist.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.AlertLabels;
import offlist.catalogue.Severity;
import offlist.track.Status;
import offlist.yaml.Labels;

/** Gathers what the pages of incidents and silences show, and reads their forms. They do not reload: somebody may be typing. */
final class MutingPages {
    private final Sources sources;
    private final MutingAnswers answers;

    MutingPages(Muting muting, Sources sources) {
        this.sources = sources;
        this.answers = new MutingAnswers(muting, sources.setup());
    }

    MutingAnswers answers() {
        return answers;
    }

    SilencesPage silences(String author) {
        Status status = sources.board().now();
        Instant now = answers.now();
        return new SilencesPage(
                Frame.still("Silences", status),
                answers.silences().items().stream()
                        .map(silence -> row(silence, now))
                        .toList(),
                Labels.all(Severity.class),
                author);
    }

    private static SilencesPage.Row row(SilenceView silence, Instant now) {
        return new SilencesPage.Row(
                silence.id(),
                silence.match().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + String.join(", ", entry.getValue()))
                        .collect(Collectors.joining(" · ")),
                silence.author(),
                silence.comment(),
                When.of(silence.startsAt(), now),
                When.of(silence.endsAt(), now),
                silence.state(),
                silence.state().equals("expired"));
    }

    IncidentPage incident(String id, String author) {
        IncidentView incident = answers.incident(id);
        Instant now = answers.now();
        List<IncidentPage.Label> labels = incident.labels().entrySet().stream()
                .map(entry -> new IncidentPage.Label(entry.getKey(), String.join(", ", entry.getValue())))
                .toList();
        return new IncidentPage(
                Frame.still(incident.headline(), sources.board().now()),
                incident,
                When.of(incident.openedAt(), now),
                String.join("", incident.labels().getOrDefault(AlertLabels.SEVERITY, List.of())),
                Optional.ofNullable(incident.acknowledged())
                        .map(each -> When.of(each.at(), now))
                        .orElse(null),
                labels,
                labels.stream()
                        .filter(label -> Stream.of(
                                        AlertLabels.LIST, AlertLabels.ADDRESS, AlertLabels.KIND, AlertLabels.ABOUT)
                                .anyMatch(label.name()::equals))
                        .toList(),
                new IncidentLinks(sources).of(incident),
                author);
    }

    /** A silence out of a form: values are divided by commas or blanks, what is empty does not count. */
    SilenceRequest request(Map<String, List<String>> form) {
        Map<String, Set<String>> match = new LinkedHashMap<>();
        AlertLabels.NAMES.forEach(label -> {
            Set<String> values = form.getOrDefault(label, List.of()).stream()
                    .flatMap(text -> label.equals(AlertLabels.ABOUT)
                            // The name of a pool's source may have blanks and commas.
                            ? Stream.of(text.strip())
                            : Stream.of(text.split("[,\\s]+", -1)))
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!values.isEmpty()) {
                match.put(label, values);
            }
        });
        return SilenceRequest.of(
                match,
                needed(form, "author"),
                needed(form, "comment"),
                Optional.empty(),
                Optional.empty(),
                field(form, "duration"),
                answers.wanted(),
                answers.now());
    }

    static Optional<String> field(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    static String needed(Map<String, List<String>> form, String name) {
        return field(form, name).orElseThrow(() -> JsonBody.bad("`" + name + "` is missing"));
    }
}
