package offlist.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Target;

/**
 * Drives all lanes. The caller's thread is the only one that may touch it; {@link #step} does what is due and says how
 * much that was, {@link #nextAt} says when to call again.
 */
public final class PollLoop {
    /** More pairs than this joining at once are asked by a hurried turn instead of one by one. */
    static final int MOST_URGENT_JOINS = 1_000;
    /** Questions one lane may send in a step, so that no lane makes the others wait. */
    private static final int PER_STEP = 32;

    private final Asker asker;
    private final Map<Kind, Ring> rings = new EnumMap<>(Kind.class);
    private final Map<LaneId, Lane> lanes = new LinkedHashMap<>();
    private List<Lane> order = List.of();
    private int first;
    private final Map<ListId, Budget> budgets = new HashMap<>();
    /** Read by other threads. */
    private final Map<ListId, Aside> asides = new ConcurrentHashMap<>();

    private final Budgets book;
    private final RandomGenerator random;

    /** Without a memory of what was asked before. */
    public PollLoop(Asker asker) {
        this(asker, Claims.NONE);
    }

    public PollLoop(Asker asker, Claims claims) {
        this(asker, claims, new Random(1));
    }

    /** @param random where the turns of lists begin that are not the user's own */
    public PollLoop(Asker asker, Claims claims, RandomGenerator random) {
        this.asker = asker;
        this.random = random;
        this.book = new Budgets(claims);
        for (Kind kind : Kind.values()) {
            rings.put(kind, Ring.of(kind));
        }
    }

    /** Questions that other threads may ask of a list at once; nothing is counted where nothing limits it. */
    public Optional<Aside> aside(ListId list) {
        return Optional.ofNullable(asides.get(list));
    }

    /** Sets aside anew what other threads have asked. */
    public void setAside(Instant now) {
        long nanos = Nanos.of(now);
        asides.forEach((list, aside) -> aside.fill(budget(list), nanos));
    }

    /** What a list may be asked; one that is not known may be asked whatever somebody wants of it. */
    public Budget budget(ListId list) {
        return budgets.getOrDefault(list, Budget.UNLIMITED);
    }

    /** What kind of target this is for a list. */
    public static Kind kindOf(Target target) {
        return switch (target) {
            case IpAddress address -> address.v6() ? Kind.IPV6 : Kind.IPV4;
            case DomainName name -> Kind.DOMAIN;
        };
    }

    /** Opens the lanes of a list, or gives those it has a new plan. */
    public void open(ListId list, Collection<Kind> kinds, Plan plan, Instant now) {
        Budget budget = book.of(list, plan.terms(), Nanos.of(now));
        budgets.put(list, budget);
        if (budget.daily()) {
            asides.computeIfAbsent(list, id -> new Aside()).fill(budget, Nanos.of(now));
        } else {
            asides.remove(list);
        }
        for (Kind kind : kinds) {
            LaneId id = new LaneId(list, kind);
            Lane known = lanes.get(id);
            if (known == null) {
                lanes.put(id, new Lane(id, ring(kind), plan, budget, phase(plan), Nanos.of(now)));
            } else {
                known.replan(plan, budget);
            }
        }
        lanes.keySet().removeIf(id -> id.list().equals(list) && !kinds.contains(id.kind()));
        order = List.copyOf(lanes.values());
    }

    private Phase phase(Plan plan) {
        return plan.early().spread() ? Phase.random(random) : Phase.NONE;
    }

    public void close(ListId list) {
        lanes.keySet().removeIf(id -> id.list().equals(list));
        order = List.copyOf(lanes.values());
        budgets.remove(list);
        asides.remove(list);
    }

    /** Takes new targets into the rings; they are asked at once, or by a hurried turn when they are many. */
    public void join(Iterable<? extends Target> targets, Instant now) {
        List<Target> few = new ArrayList<>();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        long pairs = 0;
        for (Target target : targets) {
            Kind kind = kindOf(target);
            long asking = ring(kind).add(target) ? lanes(kind).count() : 0;
            pairs += asking;
            if (asking > 0 && pairs <= MOST_URGENT_JOINS) {
                few.add(target);
            }
            if (asking > 0) {
                kinds.add(kind);
            }
        }
        if (pairs > MOST_URGENT_JOINS) {
            kinds.forEach(kind -> lanes(kind).forEach(Lane::hurry));
        } else {
            few.forEach(target -> lanesOf(target).forEach(lane -> lane.joined(target, Nanos.of(now))));
        }
    }

    public void leave(Target target) {
        lanesOf(target).forEach(lane -> lane.forget(target));
        ring(kindOf(target)).remove(target);
    }

    /** Sends what is due; returns how many questions left. Each time another lane is the first to find room. */
    public int step(Instant time) {
        long now = Nanos.of(time);
        int count = order.size();
        int sent = 0;
        for (int i = 0; i < count; i++) {
            sent += order.get((first + i) % count).step(now, PER_STEP, asker);
        }
        first = count == 0 ? 0 : (first + 1) % count;
        return sent;
    }

    /** When the next question is due, as far as is known without an answer coming in. */
    public Optional<Instant> nextAt(Instant time) {
        long now = Nanos.of(time);
        long next = Long.MAX_VALUE;
        for (Lane lane : order) {
            next = Math.min(next, lane.nextAt(now));
        }
        return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(Nanos.instant(Math.max(now, next)));
    }

    /** The question has been answered, or will never be. */
    public void answered(Ask ask) {
        lane(ask.lane()).ifPresent(Lane::answered);
    }

    public void definite(Ask ask, Instant at) {
        lane(ask.lane()).ifPresent(lane -> lane.definite(ask, at));
    }

    public void gaveUp(Ask ask, String cause, Instant at) {
        lane(ask.lane()).ifPresent(lane -> lane.gaveUp(ask.target(), cause, at));
    }

    public Optional<Lane> lane(LaneId id) {
        return Optional.ofNullable(lanes.get(id));
    }

    public Stream<Lane> lanes(ListId list) {
        return lanes.values().stream().filter(lane -> lane.id().list().equals(list));
    }

    /** The lanes in which a target is asked about. */
    public Stream<Lane> lanesOf(Target target) {
        return lanes(kindOf(target));
    }

    private Stream<Lane> lanes(Kind kind) {
        return lanes.values().stream().filter(lane -> lane.id().kind() == kind);
    }

    /** How many targets of a kind there are. */
    public int targets(Kind kind) {
        return ring(kind).size();
    }

    private Ring ring(Kind kind) {
        return java.util.Objects.requireNonNull(rings.get(kind));
    }
}
