package offlist.delist;

import static offlist.alert.Events.T0;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import offlist.alert.Events;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListId;
import offlist.catalogue.RemovalMethod;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.delist.RemovalModel.Rules;
import offlist.delist.RemovalModel.Stands;
import offlist.delist.RemovalModel.Work;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.ready.Check;
import offlist.ready.Finding;
import offlist.ready.Result;
import offlist.store.Database;
import offlist.store.OutboxEntry;
import offlist.track.CloseReason;
import offlist.track.EventJson;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.Transition;

/** Months of listings and of what people do about them, drawn by a seed; each step is compared with {@link RemovalModel}. */
final class RemovalMonths {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final int AT_A_TIME = 30;
    private static final ListedCode CODE = new ListedCode("127.0.0.2", "spam", "listed", Optional.empty());
    private static final String ANN = "ann";

    private final Database database;
    private final Random random;
    private final String seed;
    private final RemovalModel model = new RemovalModel();
    private final Map<String, Listing> listings = new HashMap<>();
    private final List<OutboxEntry> entries = new ArrayList<>();
    private Instant now = T0;
    private DelistConsumer consumer = new DelistConsumer(() -> CATALOGUE);
    private TaskDesk desk;
    private int first;
    private int made;
    private String doing = "";

    RemovalMonths(Database database, long seed) {
        this.database = database;
        this.random = new Random(seed);
        this.seed = "seed " + seed;
        this.desk = desk();
    }

    private TaskDesk desk() {
        return new TaskDesk(database, () -> now, () -> {});
    }

    /** Half a year each with other targets; those of before stay as they are, and become overdue. */
    void live(int halfYears, int steps) {
        try {
            for (int i = 0; i < halfYears; i++) {
                first = i * AT_A_TIME;
                for (int step = 0; step < steps; step++) {
                    now = now.plus(Duration.ofMinutes(1 + random.nextInt(2 * 60 * 24 * 180 / steps)));
                    step();
                }
                everything();
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(seed + " at " + now + ": " + doing + ": " + e.getMessage(), e);
        }
    }

    private void step() {
        late();
        Work work = anyone();
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> list();
            case 5, 6, 7 -> unlist(work);
            case 8 -> change(work);
            case 9, 10 -> looks();
            case 11, 12, 13 -> ask(work, random.nextInt(3) > 0);
            case 14 -> acknowledge(work);
            case 15 -> act(work, new TaskAction.Refused("no"), work.refuse(now));
            case 16 -> waive(work);
            case 17 -> give(work);
            case 18 -> {
                act(work, new TaskAction.Note("n"), true);
                act(work, new TaskAction.Explain("c", "f"), work.live());
            }
            default -> restart();
        }
    }

    private Work anyone() {
        List<Work> all = new ArrayList<>(model.works.values());
        List<Work> hot = all.subList(Math.max(0, all.size() - AT_A_TIME), all.size());
        return hot.isEmpty() ? list() : hot.get(random.nextInt(hot.size()));
    }

    /** Some target, or a member of some range, is listed, if it was not. */
    private Work list() {
        int n = first + random.nextInt(AT_A_TIME);
        Rules rules = Rules.values()[n % Rules.values().length];
        boolean range = n % 4 == 0;
        String net = "10." + n / 250 + "." + n % 250 + ".";
        String address = net + (range ? 1 + random.nextInt(4) : 1);
        String key = range ? rules.list() + "/spam/" + net + "0/24" : address;
        doing = "list " + address + " on " + rules.list();
        Work work = model.works.computeIfAbsent(key, k -> new Work(rules, n % 3 == 0 ? "a,b" : "a"));
        if (work.open.stream().noneMatch(id -> listing(id).target().text().equals(address))) {
            Listing listing = new Listing(
                    "L" + made++,
                    Target.parse(address),
                    new ListId(rules.list()),
                    EventJson.poolsOf(work.pool),
                    Severity.MAJOR,
                    range ? Scope.RANGE : Scope.ADDRESS,
                    "spam",
                    List.of(CODE),
                    "",
                    now,
                    Optional.empty(),
                    Optional.empty(),
                    range ? key : "L" + made,
                    false);
            listings.put(listing.id(), listing);
            String before = work.id;
            boolean again = !work.times.isEmpty();
            boolean begins = work.listed(listing.id(), now);
            happens(Events.opened(listing, now));
            work.id = desk.taskOf(listing.id()).orElseThrow();
            assertThat(before.isEmpty() || before.equals(work.id))
                    .as("one task for a list and a target")
                    .isTrue();
            if (begins) {
                newest(work, "offlist", again ? "reopened" : "opened");
            }
            compare(work);
        }
        return work;
    }

    private Listing listing(String id) {
        return Optional.ofNullable(listings.get(id)).orElseThrow();
    }

    private Optional<Listing> some(Work work) {
        return work.open.stream()
                .skip(random.nextInt(work.open.size() + 1))
                .findFirst()
                .map(this::listing);
    }

    private void unlist(Work work) {
        CloseReason because = CloseReason.values()[Math.max(0, random.nextInt(8) - 5)];
        some(work).ifPresent(listing -> {
            doing = "unlist " + listing.target().text() + " because " + because;
            Transition.Closed closed = Events.closed(listing, now, because);
            String as = switch (because) {
                case DELISTED -> "delisted";
                case LEFT -> "left_pool";
                case LIST_DROPPED -> "withdrawn";
            };
            boolean ends = work.unlisted(listing.id(), as, closed.id(), now);
            happens(closed);
            if (ends) {
                newest(work, "offlist", "closed");
            }
            compare(work);
        });
    }

    private void change(Work work) {
        some(work).ifPresent(listing -> {
            doing = "change " + listing.target().text();
            happens(new Transition.Changed(
                    "change-" + listing.id() + "-" + now.toEpochMilli(),
                    now,
                    listing,
                    listing.codes(),
                    offlist.track.Evidence.NONE));
            compare(work);
        });
    }

    private void happens(Transition event) {
        OutboxEntry entry = new OutboxEntry(
                entries.size(), event.id(), event.type(), event.subject(), event.at(), EventJson.encode(event));
        entries.add(entry);
        database.transact(tx -> consumer.take(tx, entry));
    }

    /** As the daemon does it: whatever is to be looked at. */
    private void looks() {
        doing = "look";
        Map<String, Work> byId = byId();
        for (RemovalTask task : desk.toLookAt(20)) {
            Work work = Optional.ofNullable(byId.get(task.id())).orElseThrow();
            assertThat(work.stands).as("what was asked needs no look").isEqualTo(Stands.UNASKED);
            look(work);
        }
    }

    private void look(Work work) {
        boolean bad = random.nextInt(3) == 0;
        boolean unclear = random.nextInt(4) == 0;
        List<Finding> found = new ArrayList<>();
        found.add(finding(Check.PTR, "x", bad ? Result.BAD : Result.GOOD));
        found.add(finding(Check.SPF, "y", unclear ? Result.UNKNOWN : Result.GOOD));
        desk.looked(work.id, found);
        work.look(bad, unclear);
        compare(work);
    }

    private static Finding finding(Check check, String about, Result result) {
        return new Finding(check, about, result, "evidence", result == Result.GOOD ? "" : "remedy");
    }

    private void ask(Work work, boolean lookFirst) {
        if (lookFirst && work.stands == Stands.UNASKED) {
            doing = "look at " + work.id;
            look(work);
        }
        boolean anyway = random.nextInt(4) == 0;
        boolean pausing = work.live() && work.stands != Stands.REQUESTED && work.pausing(now);
        boolean may = work.mayAsk(anyway, now);
        if (may) {
            work.ask(anyway, now);
        }
        TaskDesk.Done done = act(work, new TaskAction.Asked(RemovalMethod.SELF_SERVICE, "", "", anyway), may);
        if (pausing && work.stands != Stands.WAITING && done instanceof TaskDesk.Done.Refused refused) {
            assertThat(refused.obstacle().until())
                    .as("a refusal names the date")
                    .isEqualTo(work.askAgain());
        }
    }

    private void acknowledge(Work work) {
        act(work, new TaskAction.Acknowledged("4711"), work.acknowledge(now));
    }

    private void waive(Work work) {
        boolean bad = random.nextBoolean();
        act(work, new TaskAction.Waive(bad ? Check.PTR : Check.SPF, bad ? "x" : "y", "so"), work.waive(bad));
    }

    private void give(Work work) {
        if (work.live() && random.nextInt(2) == 0) {
            act(work, new TaskAction.Withdraw("w"), work.withdraw(now));
        } else {
            act(work, new TaskAction.Reopen("r"), work.reopen());
        }
    }

    private TaskDesk.Done act(Work work, TaskAction action, boolean may) {
        doing = action.label() + " " + work.id;
        TaskDesk.Done done = desk.act(work.id, action, ANN);
        assertThat(done instanceof TaskDesk.Done.Now)
                .as("%s is accepted: %s", action, done)
                .isEqualTo(may);
        if (may) {
            newest(work, ANN, action.label());
        }
        compare(work);
        return done;
    }

    private void late() {
        doing = "the clock";
        while (desk.overdue() > 0) {
            // A hundred at once.
        }
        model.works.values().forEach(work -> work.clock(now));
    }

    /** Everything is made anew over the same store, and what was heard last is heard again. */
    private void restart() {
        doing = "restart";
        desk = desk();
        consumer = new DelistConsumer(() -> CATALOGUE);
        entries.stream()
                .skip(Math.max(0, entries.size() - 1))
                .forEach(entry -> database.transact(tx -> consumer.take(tx, entry)));
        model.works.values().stream().skip(Math.max(0, model.works.size() - 10)).forEach(this::compare);
    }

    private Map<String, Work> byId() {
        return model.works.values().stream().collect(Collectors.toMap(work -> work.id, work -> work));
    }

    private RemovalTask task(Work work) {
        return new Tasks(database).byId(work.id).orElseThrow();
    }

    private void newest(Work work, String who, String action) {
        TaskDesk.Step step = desk.history(work.id, 1).getFirst();
        assertThat(step.at() + " " + step.actor() + " " + step.action()).isEqualTo(now + " " + who + " " + action);
    }

    private void compare(Work work) {
        compare(work, task(work));
    }

    private void compare(Work work, RemovalTask task) {
        assertThat(stands(task.state())).as("where it stands").isEqualTo(work.stands);
        assertThat(task.state() instanceof TaskState.Pending pending ? pending.due() : Optional.<Instant>empty())
                .as("due")
                .isEqualTo(work.due);
        if (task.state() instanceof TaskState.Closed closed) {
            assertThat(closed.as().label()).isEqualTo(work.last().as);
            assertThat(closed.proof()).as("proof").isEqualTo(work.open.isEmpty() ? work.proof : "");
            assertThat(closed.as().off() && closed.proof().isEmpty())
                    .as("gone without proof")
                    .isFalse();
        } else {
            assertThat(work.open).as("a live task has a live listing").isNotEmpty();
        }
        unasked(work, task);
        assertThat(desk.history(work.id, 1).getFirst().state())
                .as("state in the history")
                .isEqualTo(task.state().label());
        assertThat(task.dossier().times()).isEqualTo(work.times.size());
    }

    private void unasked(Work work, RemovalTask task) {
        if (task.state() instanceof TaskState.Blocked blocked) {
            assertThat(blocked.by()).as("what blocks").isNotEmpty().allSatisfy(by -> {
                if (by.until().isPresent()) {
                    assertThat(by.until()).as("until when").isEqualTo(work.askAgain());
                } else {
                    assertThat(work.bad && !work.badWaived).as("a reason").isTrue();
                }
            });
        }
        if (task.state() instanceof TaskState.Ready) {
            assertThat(work.mayAsk(false, now)).as("ready to be asked").isTrue();
        }
    }

    private static Stands stands(TaskState state) {
        return switch (state) {
            case TaskState.Unasked unasked -> Stands.UNASKED;
            case TaskState.Requested requested -> Stands.REQUESTED;
            case TaskState.Waiting waiting -> Stands.WAITING;
            case TaskState.Overdue overdue -> Stands.OVERDUE;
            case TaskState.Closed closed -> Stands.CLOSED;
        };
    }

    /** All tasks, and the figures. */
    private void everything() {
        late();
        doing = "everything";
        Map<String, RemovalTask> tasks = new Tasks(database)
                .find(TaskFilter.ALL, Optional.empty(), Integer.MAX_VALUE).stream()
                        .collect(Collectors.toMap(RemovalTask::id, task -> task));
        assertThat(tasks.keySet()).as("one task for each target and list").isEqualTo(byId().keySet());
        byId().forEach((id, work) ->
                compare(work, Optional.ofNullable(tasks.get(id)).orElseThrow()));
        figures();
    }

    private void figures() {
        Instant since = now.minus(Duration.ofDays(90));
        Figures figures = Figures.read(database, now);
        assertThat(RemovalModel.text(figures.all())).isEqualTo(model.figures(work -> true, since));
        for (Rules rules : Rules.values()) {
            RemovalFigures of = figures.lists().getOrDefault(new ListId(rules.list()), RemovalFigures.NONE);
            assertThat(RemovalModel.text(of))
                    .as(rules.list())
                    .isEqualTo(model.figures(work -> work.rules == rules, since));
        }
        for (String pool : List.of("a", "b")) {
            RemovalFigures of = figures.pools().getOrDefault(new PoolName(pool), RemovalFigures.NONE);
            assertThat(RemovalModel.text(of))
                    .as(pool)
                    .isEqualTo(model.figures(work -> work.pool.contains(pool), since));
        }
    }

    /** What became of it all, so that a test can see that something did. */
    String summary() {
        List<RemovalModel.Time> times = model.works.values().stream()
                .flatMap(work -> work.times.stream())
                .toList();
        Map<String, Long> ends = times.stream()
                .collect(Collectors.groupingBy(time -> time.as, java.util.TreeMap::new, Collectors.counting()));
        return model.works.size() + " tasks, " + times.size() + " listings of them, "
                + times.stream().filter(time -> time.requested.isPresent()).count() + " asked for, ended " + ends;
    }
}
