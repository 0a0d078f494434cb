package offlist.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import offlist.app.StoryFile.Line;
import offlist.app.StoryFile.Tale;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.CodeSelector;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Style;
import offlist.catalogue.TestPoints;
import offlist.catalogue.Zone;
import offlist.pool.PoolName;

/** Plays one story of a file and compares what is told with what is written, both ways. */
final class StoryPlay {
    private static final Catalogue SHIPPED = CatalogueReader.shipped();
    private static final Set<String> PARTS = Set.of("codes", "through", "kinds", "points");

    private final String file;
    private final Tale tale;
    private final StoryStage stage;

    private StoryPlay(String file, Tale tale, StoryStage stage) {
        this.file = file;
        this.tale = tale;
        this.stage = stage;
    }

    /** Fails with file and line where something is told that is not written, or not told although written. */
    static void play(String file, Tale tale, Path directory) {
        try (StoryStage stage = new StoryStage(directory, SHIPPED)) {
            new StoryPlay(file, tale, stage).play();
        }
    }

    private void play() {
        tale.before().forEach(this::does);
        List<Line> times = tale.times();
        for (int i = 0; i < times.size(); i++) {
            Line line = times.get(i);
            does(line);
            boolean last = i + 1 == times.size();
            Duration until = last ? line.at().plusHours(1) : times.get(i + 1).at();
            if (!stage.started() && !until.isZero()) {
                stage.start();
            }
            compare(line, until.equals(line.at()) ? List.of() : stage.until(until));
        }
    }

    private void compare(Line line, List<String> told) {
        List<String> missing =
                new ArrayList<>(line.told().stream().flatMap(StoryPlay::each).toList());
        List<String> surplus = new ArrayList<>(told);
        told.stream().filter(missing::remove).forEach(surplus::remove);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            throw new AssertionError(file + ":" + line.number() + " " + tale.title() + "\n  not told: "
                    + String.join("; ", missing) + "\n  told, but not written: " + String.join("; ", surplus)
                    + "\n  all that was told: " + String.join("; ", told));
        }
    }

    /** What is written of a range stands for each of its addresses. */
    private static Stream<String> each(String written) {
        String[] words = written.split(" ");
        return written.startsWith("alert") || words.length < 3 || !words[2].contains("/")
                ? Stream.of(written)
                : StoryStage.targets(words[2]).map(target -> written.replace(words[2], target));
    }

    private void does(Line line) {
        try {
            does(line.words());
        } catch (RuntimeException e) {
            throw new AssertionError(file + ":" + line.number() + " cannot be read: " + line.words(), e);
        }
    }

    private void does(List<String> words) {
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "resolver" -> rest.forEach(stage::resolver);
            case "list" -> list(rest);
            case "interval" -> stage.interval = StoryNet.Times.of(rest.getFirst());
            case "looks" -> looks(Integer.parseInt(rest.getFirst()));
            case "pool" -> pool(rest);
            case "restart" -> stage.start();
            case "lists" -> asked(rest);
            case "through" -> through(rest);
            case "store" -> stage.storeFails = rest.getFirst().equals("fails");
            case "clock" -> stage.clock(StoryNet.Times.of(rest.getFirst()));
            case "slow" -> stage.net.slow(rest.getFirst(), StoryNet.Times.of(rest.get(1)));
            case "nothing" -> {}
            default -> answers(words.getFirst(), rest);
        }
    }

    /** {@code ID [codes CODE=EFFECT…] [through RESOLVER…] [kinds KIND…] [points none]}. */
    private void list(List<String> words) {
        Map<String, List<String>> parts = new HashMap<>();
        List<String> part = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            if (PARTS.contains(word)) {
                part = parts.computeIfAbsent(word, w -> new ArrayList<>());
            } else {
                part.add(word);
            }
        }
        ListId id = new ListId(words.getFirst());
        stage.lists.put(id.value(), SHIPPED.list(id).orElseGet(() -> own(id, parts)));
        Optional.ofNullable(parts.get("through")).ifPresent(names -> stage.through.put(id.value(), names));
        stage.asked.add(id.value());
    }

    private static DnsList own(ListId id, Map<String, List<String>> parts) {
        DnsList list = DnsList.custom(id, Zone.of(id + ".test"));
        if (parts.containsKey("codes")) {
            list = list.with(
                    Style.EXACT,
                    parts.get("codes").stream().map(StoryPlay::code).toList());
        }
        if (parts.containsKey("kinds")) {
            Set<Kind> kinds = Set.copyOf(parts.get("kinds").stream()
                    .map(kind -> Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)))
                    .toList());
            list = list.with(kinds).with(TestPoints.rfc5782(kinds));
        }
        return parts.containsKey("points") ? list.with(TestPoints.none()) : list;
    }

    private static ReturnCode code(String word) {
        String[] halves = word.split("=");
        return new ReturnCode(
                CodeSelector.OctetPattern.parse(halves[0]).orElseThrow(),
                Effect.valueOf(halves[1].toUpperCase(java.util.Locale.ROOT)),
                halves[1].equals("error") ? "query-blocked" : "spam-source",
                "means " + halves[1]);
    }

    private void looks(int looks) {
        stage.looks = looks;
        stage.reload();
    }

    /** {@code POOL TARGET…}: its members from now on. */
    private void pool(List<String> words) {
        PoolName name = new PoolName(words.getFirst());
        stage.pool.values().forEach(pools -> pools.remove(name));
        words.subList(1, words.size()).stream()
                .flatMap(StoryStage::targets)
                .forEach(target ->
                        stage.pool.computeIfAbsent(target, t -> new TreeSet<>()).add(name));
        stage.pool.values().removeIf(Set::isEmpty);
        stage.join();
    }

    private void asked(List<String> ids) {
        stage.asked = ids;
        stage.reload();
    }

    private void through(List<String> words) {
        stage.through.put(words.getFirst(), words.subList(1, words.size()));
        stage.reload();
    }

    /** {@code WHO WHAT ANSWER}: who answers so from now on, about what. */
    private void answers(String who, List<String> words) {
        boolean known = stage.lists.containsKey(who) || stage.resolvers.containsKey(who);
        if (!known) {
            throw new IllegalArgumentException("nobody is called " + who);
        }
        boolean path = words.getFirst().equals("through");
        String what = path ? "through " + words.get(1) : words.getFirst();
        List<String> answer = words.subList(path ? 2 : 1, words.size());
        if (path || what.equals("*") || what.equals("points")) {
            stage.net.answers(who, what, answer);
        } else {
            StoryStage.targets(what).forEach(target -> stage.net.answers(who, target, answer));
        }
    }
}
