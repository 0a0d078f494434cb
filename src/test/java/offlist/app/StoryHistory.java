package offlist.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offlist.journal.SqlJournal;
import org.jspecify.annotations.Nullable;

/** A long history made of a seed: lists that list and delist, faults that come and go, and everything that can happen. */
record StoryHistory(long seed, List<Step> steps) {
    /**
     * One thing that happens.
     *
     * @param after the time that passes before it
     */
    record Step(Duration after, String words, Consumer<StoryRun> deed) {
        Step after(Duration other) {
            return new Step(other, words, deed);
        }

        @Override
        public String toString() {
            return "after " + after.toString().substring(2).toLowerCase(java.util.Locale.ROOT) + " " + words;
        }
    }

    private static final List<String> TARGETS =
            List.of("192.0.2.10", "192.0.2.11", "192.0.2.12", "2001:db8::25", "example.com", "mx.example.net");
    private static final List<String> LISTS = List.of("alpha", "beta", "dom");
    private static final List<String> RESOLVERS = List.of("127.0.0.1:53", "127.0.0.2:53", "127.0.0.3:53");
    private static final List<String> CODES = List.of("127.0.0.2", "127.0.0.4", "127.0.0.10");
    /** Longer than a turn, two turns of a list that was down, and the calm that a flapping pair has to keep. */
    private static final Duration CALM = Duration.ofHours(4);

    static StoryHistory of(long seed) {
        Random random = new Random(seed);
        StoryHistoryWriter writer = new StoryHistoryWriter(random, TARGETS, LISTS, RESOLVERS, CODES);
        int length = 20 + random.nextInt(60);
        List<Step> steps = new ArrayList<>(writer.beginning());
        IntStream.range(0, length).forEach(i -> steps.addAll(writer.next()));
        return new StoryHistory(seed, List.copyOf(steps));
    }

    /** Why the first steps do not go as they should, if so. */
    @Nullable
    String fault(List<Step> part, Optional<SqlJournal> real) {
        StoryRun run = new StoryRun(seed, real);
        int done = 0;
        try {
            for (Step step : part) {
                run.pass(step.after());
                step.deed().accept(run);
                run.same();
                done++;
            }
            calm(run);
            return null;
        } catch (AssertionError | RuntimeException e) {
            return "in step " + (done + 1) + " of " + part.size() + ": " + e.getMessage();
        }
    }

    private static void calm(StoryRun run) {
        run.pass(Duration.ofSeconds(2));
        run.storeDown = false;
        run.faults.clear();
        run.loss = 0;
        run.pass(CALM);
        run.endsInTruth();
    }

    /** What to print for a history that fails: its seed, and the fewest of its first steps that still fail. */
    String report() {
        for (int length = 1; length <= steps.size(); length++) {
            List<Step> part = steps.subList(0, length);
            if (fault(part, Optional.empty()) != null) {
                return describe(fewer(part));
            }
        }
        return "history of seed " + seed + " fails only with the real store\n" + lines(steps);
    }

    /** The same without the steps that do not matter. */
    private List<Step> fewer(List<Step> part) {
        List<Step> left = new ArrayList<>(part);
        for (int i = left.size() - 1; i >= 0; i--) {
            List<Step> without = new ArrayList<>(left);
            without.remove(i);
            if (fault(without, Optional.empty()) != null) {
                left = without;
            }
        }
        return left;
    }

    private String describe(List<Step> part) {
        return "history of seed " + seed + ", " + part.size() + " of " + steps.size() + " steps:\n" + lines(part) + "\n"
                + fault(part, Optional.empty());
    }

    private static String lines(List<Step> part) {
        return part.stream().map(Step::toString).collect(Collectors.joining("\n"));
    }
}
