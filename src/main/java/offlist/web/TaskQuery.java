package offlist.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import offlist.catalogue.Severity;
import offlist.delist.TaskFilter;
import offlist.delist.TaskState;
import offlist.delist.WorkFilter;
import offlist.yaml.Labels;

/**
 * What the form above the tasks says, as it was written.
 *
 * @param states empty where a preset says which
 * @param page from 1 on
 */
record TaskQuery(Show show, Set<String> states, String list, String pool, String address, String severity, int page) {
    static final List<String> NAMES = List.of("show", "state", "list", "pool", "address", "severity", "page");
    private static final int LAST_PAGE = 1_000_000;

    /** What is wanted often. */
    enum Show {
        PERSON("For a person", WorkFilter.PERSON, false),
        LIVE("All live", WorkFilter.LIVE, true),
        CLOSED("Closed", List.of(TaskState.Closed.LABEL), true),
        ALL("All", List.of(), true);

        final String words;
        final List<String> states;
        final boolean paused;

        Show(String words, List<String> states, boolean paused) {
            this.words = words;
            this.states = states;
            this.paused = paused;
        }
    }

    static TaskQuery read(Map<String, List<String>> given) {
        Set<String> states = new LinkedHashSet<>();
        given.getOrDefault("state", List.of()).stream()
                .filter(state -> !state.isBlank())
                .forEach(state -> TaskAnswers.state(Optional.of(state)).ifPresent(states::add));
        return new TaskQuery(
                states.remove(TaskFilter.LIVE)
                        ? Show.LIVE
                        : one(given, "show")
                                .flatMap(word -> Labels.find(Show.class, word))
                                .orElse(Show.PERSON),
                states,
                one(given, "list").orElse(""),
                one(given, "pool").orElse(""),
                one(given, "address").orElse(""),
                one(given, "severity").orElse(""),
                one(given, "page").map(TaskQuery::number).orElse(1));
    }

    private static Optional<String> one(Map<String, List<String>> given, String name) {
        return MutingPages.field(given, name);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,7}") ? Math.clamp(Integer.parseInt(text), 1, LAST_PAGE) : 1;
    }

    WorkFilter filter(Wanted wanted) {
        return new WorkFilter(
                states.isEmpty() ? Set.copyOf(show.states) : states,
                !states.isEmpty() || show.paused,
                wanted.listOrReceiver(Wanted.given(list)),
                wanted.pool(Wanted.given(pool)),
                Wanted.target(Wanted.given(address)),
                Wanted.given(severity).map(TaskQuery::severity));
    }

    private static Severity severity(String word) {
        return Labels.find(Severity.class, word)
                .orElseThrow(() -> Wanted.wrong("severity", word, String.join(" or ", Labels.all(Severity.class))));
    }

    TaskQuery showing(Show other) {
        return new TaskQuery(other, Set.of(), list, pool, address, severity, 1);
    }

    TaskQuery in(String state) {
        return new TaskQuery(show, Set.of(state), list, pool, address, severity, 1);
    }

    TaskQuery on(int other) {
        return new TaskQuery(show, states, list, pool, address, severity, other);
    }

    /** What is ticked in the form. */
    boolean ticked(String state) {
        return states.contains(state);
    }

    /** The address of the page that shows this. */
    String link() {
        List<String> parts = new ArrayList<>();
        if (states.isEmpty() && show != Show.PERSON) {
            parts.add("show=" + Labels.of(show));
        }
        TaskState.LABELS.stream().filter(states::contains).forEach(state -> parts.add("state=" + state));
        add(parts, "list", list);
        add(parts, "pool", pool);
        add(parts, "address", address);
        add(parts, "severity", severity);
        add(parts, "page", page == 1 ? "" : String.valueOf(page));
        return parts.isEmpty() ? "/tasks" : parts.stream().collect(Collectors.joining("&", "/tasks?", ""));
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
