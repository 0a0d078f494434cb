package offlist.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Thinks of what happens next. What it writes depends on the random numbers alone, so a part of it can be run again. */
final class StoryHistoryWriter {
    private static final List<Duration> WAITS = List.of(
            Duration.ZERO,
            Duration.ofMillis(300),
            Duration.ofMillis(900),
            Duration.ofSeconds(2),
            Duration.ofSeconds(40),
            Duration.ofMinutes(4),
            Duration.ofMinutes(11),
            Duration.ofMinutes(25),
            Duration.ofMinutes(70));
    private static final List<Duration> JUMPS = List.of(
            Duration.ofHours(-1),
            Duration.ofMinutes(-2),
            Duration.ofSeconds(-1),
            Duration.ofHours(1),
            Duration.ofDays(1));

    private final Random random;
    private final List<String> targets;
    private final List<String> lists;
    private final List<String> resolvers;
    private final List<String> codes;

    StoryHistoryWriter(
            Random random, List<String> targets, List<String> lists, List<String> resolvers, List<String> codes) {
        this.random = random;
        this.targets = targets;
        this.lists = lists;
        this.resolvers = resolvers;
        this.codes = codes;
    }

    List<StoryHistory.Step> beginning() {
        List<StoryHistory.Step> steps = new ArrayList<>();
        lists.forEach(list -> steps.add(asked(list, some(resolvers))));
        some(targets).forEach(target -> steps.add(member(target, "a")));
        return steps;
    }

    /** Usually one thing; now and then something happens in the middle of a confirmation. */
    List<StoryHistory.Step> next() {
        return random.nextInt(12) == 0 ? interrupted() : List.of(one());
    }

    /** Somebody new is listed, and while that is being confirmed something gets in the way. */
    private List<StoryHistory.Step> interrupted() {
        String target = one(targets);
        Duration soon = one(
                List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)));
        StoryHistory.Step back = member(target, "a");
        StoryHistory.Step between = switch (random.nextInt(4)) {
            case 0, 1 -> left(target);
            case 2 -> dropped(one(lists));
            default -> one();
        };
        return List.of(
                left(target),
                step("answers take up to 1400 ms", run -> run.slowest = Duration.ofMillis(1400)),
                listed(target, one(lists)),
                back,
                between.after(soon),
                back.after(soon));
    }

    private StoryHistory.Step one() {
        return switch (random.nextInt(30)) {
            case 0, 1, 2, 3, 4 -> listed(one(targets), one(lists));
            case 5, 6, 7 -> delisted(one(targets), one(lists));
            case 8, 9, 10 -> broken();
            case 11, 12 -> mended();
            case 13 -> step("everything is mended", run -> run.faults.clear());
            case 14, 15 -> step("the program is restarted", StoryRun::restart);
            case 16 -> left(one(targets));
            case 17, 18 -> member(one(targets), one(List.of("a", "b")));
            case 19 -> random.nextBoolean() ? dropped(one(lists)) : asked(one(lists), some(resolvers));
            case 20 -> looks(1 + random.nextInt(3));
            case 21 -> store(random.nextInt(3) == 0);
            case 22 -> random.nextInt(3) == 0 ? jump(one(JUMPS)) : network();
            case 23 -> person(one(targets), one(lists));
            default -> flips(targets.getFirst(), lists.getFirst());
        };
    }

    private StoryHistory.Step listed(String target, String list) {
        Set<String> some = new TreeSet<>(some(codes));
        return step(
                list + " lists " + target + " " + some,
                run -> run.truth.put(target + "/" + list, fit(target, list, some)));
    }

    private static Set<String> fit(String target, String list, Set<String> codes) {
        return StoryRun.fits(target, list) ? codes : Set.of();
    }

    private StoryHistory.Step delisted(String target, String list) {
        return step(list + " delists " + target, run -> run.truth.remove(target + "/" + list));
    }

    /** One pair comes and goes more often than the others. */
    private StoryHistory.Step flips(String target, String list) {
        String pair = target + "/" + list;
        return step(pair + " flips", run -> {
            if (run.truth.remove(pair) == null) {
                run.truth.put(pair, Set.of(codes.getFirst()));
            }
        });
    }

    private StoryHistory.Step broken() {
        String where = where();
        StoryRun.Fault fault = one(List.of(StoryRun.Fault.values()));
        return step(where + " is wrong: " + fault, run -> run.faults.put(where, fault));
    }

    private StoryHistory.Step mended() {
        String where = where();
        return step(where + " is mended", run -> run.faults.remove(where));
    }

    private String where() {
        return switch (random.nextInt(3)) {
            case 0 -> one(lists);
            case 1 -> one(resolvers);
            default -> one(lists) + " through " + one(resolvers);
        };
    }

    private StoryHistory.Step member(String target, String pool) {
        return step(target + " is in pool " + pool, run -> {
            run.pool.put(target, pool);
            run.pool();
        });
    }

    private StoryHistory.Step left(String target) {
        return step(target + " leaves the pool", run -> {
            run.pool.remove(target);
            run.pool();
        });
    }

    private StoryHistory.Step asked(String list, List<String> through) {
        boolean testable = random.nextInt(6) > 0;
        return step(list + " is asked through " + through + (testable ? "" : " and has no test points"), run -> {
            run.lists.put(list, through);
            run.untestable.remove(list);
            if (!testable) {
                run.untestable.add(list);
            }
            run.reload();
        });
    }

    private StoryHistory.Step dropped(String list) {
        return step(list + " is dropped", run -> {
            run.lists.remove(list);
            run.reload();
        });
    }

    private StoryHistory.Step looks(int looks) {
        return step("looks: " + looks, run -> {
            run.looks = looks;
            run.reload();
        });
    }

    private StoryHistory.Step store(boolean works) {
        return step(works ? "the store works" : "the store fails", run -> run.storeDown = !works);
    }

    private StoryHistory.Step network() {
        Duration slowest = one(List.of(Duration.ZERO, Duration.ofMillis(400), Duration.ofMillis(1400)));
        double loss = one(List.of(0.0, 0.0, 0.1, 0.4));
        return step("answers take up to " + slowest.toMillis() + " ms, lost " + loss, run -> {
            run.slowest = slowest;
            run.loss = loss;
        });
    }

    private StoryHistory.Step jump(Duration by) {
        return step("the clock jumps by " + by, run -> run.clock(by));
    }

    private StoryHistory.Step person(String target, String list) {
        return step("a person asks " + list + " about " + target, run -> run.check(target, list));
    }

    private StoryHistory.Step step(String words, Consumer<StoryRun> deed) {
        return new StoryHistory.Step(one(WAITS), words, deed);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private List<String> some(List<String> of) {
        List<String> all = new ArrayList<>(of);
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, 1 + random.nextInt(all.size())));
    }
}
