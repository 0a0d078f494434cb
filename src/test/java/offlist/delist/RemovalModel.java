package offlist.delist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What tasks promise, said once more and without the program: a target on a list, told what happens to it. */
final class RemovalModel {
    /** What is known of lists, written down by hand from the catalogue. */
    enum Rules {
        JUSTSPAM(Duration.ofDays(30), Duration.ofHours(1), Duration.ZERO, false),
        BARRACUDA_BRBL(Duration.ofDays(1), Duration.ofDays(1), Duration.ZERO, false),
        DRONEBL(Duration.ZERO, Duration.ofDays(7), Duration.ZERO, false),
        EFNET_RBL(Duration.ZERO, Duration.ofDays(7), Duration.ZERO, true),
        SEM_BLACK(Duration.ZERO, Duration.ofDays(1), Duration.ZERO, true),
        /** Nobody can ask; an entry goes after a day, and a day of grace. */
        KEMPT(Duration.ZERO, Duration.ZERO, Duration.ofDays(2), true),
        SPAMCOP(Duration.ZERO, Duration.ZERO, Duration.ofDays(2), true);

        final Optional<Duration> pause;
        private final Duration usual;
        private final Optional<Duration> gone;

        /** Whether entries go by themselves too. */
        private final boolean expires;

        Rules(Duration pause, Duration usual, Duration gone, boolean expires) {
            this.pause = Optional.of(pause).filter(Duration::isPositive);
            this.usual = usual;
            this.expires = expires;
            this.gone = Optional.of(gone).filter(Duration::isPositive);
        }

        String list() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    enum Stands {
        UNASKED,
        REQUESTED,
        WAITING,
        OVERDUE,
        CLOSED
    }

    private static final Duration SEEN = Duration.ofHours(6);

    /** One time that it was listed. */
    static final class Time {
        final Instant opened;
        Optional<Instant> requested = Optional.empty();
        Optional<Instant> closed = Optional.empty();
        String as = "";

        Time(Instant opened) {
            this.opened = opened;
        }
    }

    /** One target, or range, on one list. */
    static final class Work {
        final Rules rules;
        final String pool;
        final Set<String> open = new LinkedHashSet<>();
        final List<Time> times = new ArrayList<>();
        String id = "";
        Stands stands = Stands.CLOSED;
        String proof = "";
        Optional<Instant> due = Optional.empty();
        private Optional<Instant> asked = Optional.empty();
        boolean looked;
        boolean bad;
        boolean unclear;
        boolean badWaived;
        boolean unclearWaived;

        Work(Rules rules, String pool) {
            this.rules = rules;
            this.pool = pool;
        }

        Time last() {
            return times.getLast();
        }

        boolean live() {
            return stands != Stands.CLOSED;
        }

        Optional<Instant> askAgain() {
            return rules.pause.flatMap(pause -> asked.map(at -> at.plus(pause)));
        }

        boolean pausing(Instant now) {
            return askAgain().filter(now::isBefore).isPresent();
        }

        /** Whether it has just been opened, by a first or a further listing. */
        boolean listed(String listing, Instant now) {
            // What a person gave up stays so while it lasts.
            boolean begins = !live() && open.isEmpty();
            open.add(listing);
            if (begins && lostSightOf(now)) {
                last().closed = Optional.empty();
                last().as = "";
                proof = "";
                stands = Stands.REQUESTED;
                due = answerDue();
            } else if (begins) {
                times.add(new Time(now));
                looked = bad = unclear = badWaived = unclearWaived = false;
                begin();
            }
            return begins;
        }

        /** It left the pool while the list was at work on the request. */
        private boolean lostSightOf(Instant now) {
            return !times.isEmpty()
                    && last().as.equals("left_pool")
                    && last().requested.isPresent()
                    && answerDue().filter(now::isBefore).isPresent();
        }

        /** Six hours are left to a list to show, and to us to see, what it did. */
        private Optional<Instant> answerDue() {
            return asked.map(at -> at.plus(rules.usual).plus(SEEN));
        }

        private void begin() {
            proof = "";
            stands = rules.gone.isPresent() ? Stands.WAITING : Stands.UNASKED;
            due = rules.gone.map(last().opened::plus);
        }

        /** Whether that ends the task. */
        boolean unlisted(String listing, String as, String transition, Instant now) {
            open.remove(listing);
            if (!open.isEmpty()) {
                return false;
            }
            boolean ends = live();
            if (ends) {
                boolean byItself = rules.expires && last().requested.isEmpty();
                end(as.equals("delisted") && byItself ? "expired" : as, now);
            }
            proof = proof.isEmpty() ? transition : proof;
            return ends;
        }

        private void end(String as, Instant now) {
            last().closed = Optional.of(now);
            last().as = as;
            stands = Stands.CLOSED;
            due = Optional.empty();
        }

        boolean mayAsk(boolean anyway, Instant now) {
            if (!live() || rules.gone.isPresent() || stands == Stands.REQUESTED || stands == Stands.WAITING) {
                return false;
            }
            boolean clear = looked && !(bad && !badWaived) && !(unclear && !unclearWaived);
            return !pausing(now) && (anyway || clear);
        }

        void ask(boolean anyway, Instant now) {
            asked = Optional.of(now);
            last().requested = last().requested.or(() -> asked);
            stands = Stands.REQUESTED;
            due = answerDue();
            if (anyway) {
                looked = true;
                badWaived |= bad;
                unclearWaived |= unclear;
            }
        }

        boolean acknowledge(Instant now) {
            boolean may = stands == Stands.REQUESTED
                    || stands == Stands.OVERDUE && last().requested.isPresent();
            if (may) {
                stands = Stands.WAITING;
                due = Optional.of(now.plus(rules.usual).plus(SEEN));
            }
            return may;
        }

        boolean refuse(Instant now) {
            boolean may = live() && stands != Stands.UNASKED && last().requested.isPresent();
            if (may) {
                end("refused", now);
            }
            return may;
        }

        boolean withdraw(Instant now) {
            boolean may = live();
            if (may) {
                end("withdrawn", now);
            }
            return may;
        }

        boolean reopen() {
            boolean may = !live() && !open.isEmpty();
            if (may) {
                last().closed = Optional.empty();
                last().as = "";
                begin();
            }
            return may;
        }

        void look(boolean foundBad, boolean foundUnclear) {
            looked = true;
            bad = foundBad;
            unclear = foundUnclear;
        }

        boolean waive(boolean theBad) {
            boolean may = stands == Stands.UNASKED && (theBad ? bad : unclear);
            if (may) {
                badWaived |= theBad;
                unclearWaived |= !theBad;
            }
            return may;
        }

        void clock(Instant now) {
            if ((stands == Stands.REQUESTED || stands == Stands.WAITING)
                    && due.filter(now::isBefore).isEmpty()) {
                stands = Stands.OVERDUE;
                due = Optional.empty();
            }
        }
    }

    final Map<String, Work> works = new LinkedHashMap<>();

    /** The figures since a moment, of those that a filter lets through, as text to compare. */
    String figures(java.util.function.Predicate<Work> of, Instant since) {
        List<Duration> toRequest = new ArrayList<>();
        List<Duration> fromRequest = new ArrayList<>();
        List<Duration> fromListing = new ArrayList<>();
        int refused = 0;
        int again = 0;
        for (Work work : works.values()) {
            for (int i = 0; of.test(work) && i < work.times.size(); i++) {
                Time time = work.times.get(i);
                time.requested
                        .filter(at -> at.compareTo(since) >= 0)
                        .ifPresent(at -> toRequest.add(Duration.between(time.opened, at)));
                if (time.requested.isEmpty()
                        || time.closed.filter(at -> at.compareTo(since) >= 0).isEmpty()) {
                    continue;
                }
                Instant closed = time.closed.orElseThrow();
                refused += time.as.equals("refused") ? 1 : 0;
                if (time.as.equals("delisted")) {
                    fromRequest.add(Duration.between(time.requested.orElseThrow(), closed));
                    fromListing.add(Duration.between(time.opened, closed));
                    again += i + 1 < work.times.size()
                                    && !work.times.get(i + 1).opened.isAfter(closed.plus(Duration.ofDays(30)))
                            ? 1
                            : 0;
                }
            }
        }
        return toRequest.size() + " asked, " + fromRequest.size() + " let go, " + refused + " refused, " + again
                + " again, " + spread(toRequest) + ", " + spread(fromRequest) + ", " + spread(fromListing);
    }

    /** By counting: the least time that so many hundredths did not exceed. */
    private static String spread(List<Duration> times) {
        return least(times, 50) + " to " + least(times, 90);
    }

    private static String least(List<Duration> times, int percent) {
        return times.stream()
                .filter(time ->
                        times.stream().filter(each -> each.compareTo(time) <= 0).count() * 100
                                >= (long) percent * times.size())
                .min(Duration::compareTo)
                .map(Duration::toString)
                .orElse("none");
    }

    static String text(RemovalFigures figures) {
        return figures.requested() + " asked, " + figures.delisted() + " let go, " + figures.refused() + " refused, "
                + figures.relisted() + " again, " + text(figures.toRequest()) + ", " + text(figures.fromRequest())
                + ", "
                + text(figures.fromListing());
    }

    private static String text(Optional<RemovalFigures.Spread> spread) {
        return spread.map(each -> each.median() + " to " + each.p90()).orElse("none to none");
    }
}
