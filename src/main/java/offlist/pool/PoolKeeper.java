package offlist.pool;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.dns.Lookups;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sources of all pools when they are due and keeps the last good answer of each. For one background thread:
 * reading may block.
 */
public final class PoolKeeper {
    /** After this a refresh stops before the next source; the rest is read by the next one, so that files do not wait. */
    private static final Duration LONGEST_REFRESH = Duration.ofSeconds(2);

    private Function<PoolSettings, List<PoolSource>> sources;
    private final YieldStore store;
    private final InstantSource clock;
    private final FileWatch watch = new FileWatch();
    private Map<String, KeptSource> kept = new LinkedHashMap<>();
    private List<SourceState> latest = List.of();
    private Optional<Object> contents = Optional.empty();
    private Pool pool = Pool.EMPTY;
    private boolean reconfigured;

    public PoolKeeper(Lookups lookups, YieldStore store, InstantSource clock) {
        this(new PoolSources(lookups)::of, store, clock);
    }

    PoolKeeper(Function<PoolSettings, List<PoolSource>> sources, YieldStore store, InstantSource clock) {
        this.sources = sources;
        this.store = store;
        this.clock = clock;
    }

    /** Has exactly these pools from now on. Reads nothing yet; every source is due. */
    public void configure(List<PoolSettings> pools) {
        Instant now = clock.instant();
        Map<String, KeptSource> next = new LinkedHashMap<>();
        for (PoolSettings settings : pools) {
            for (PoolSource source : sources.apply(settings)) {
                KeptSource known = kept.get(source.id());
                if (known != null) {
                    known.settings(source, settings, now);
                }
                next.put(source.id(), known != null ? known : new KeptSource(source, settings, store, now));
            }
        }
        kept = next;
        reconfigured = true;
        watch.watch(files());
    }

    /** The same, asking other resolvers from now on; what is known of sources that stay is kept. */
    public void configure(List<PoolSettings> pools, Lookups lookups) {
        sources = new PoolSources(lookups)::of;
        configure(pools);
    }

    /** Reads what is due and what changed on disk; call it about every second. */
    public PoolReading refresh() {
        Instant start = clock.instant();
        Set<Path> changed = watch.poll(start);
        kept.values().stream()
                .filter(source -> source.source() instanceof FileSource file && changed.contains(file.path()))
                .forEach(source -> source.makeDue(start));
        boolean any = reconfigured;
        reconfigured = false;
        for (KeptSource source : kept.values()) {
            if (source.due(start) && !(source.source().kind().asksDns() && late(start))) {
                source.read(before(source), clock.instant());
                any = true;
            }
        }
        return any ? reading() : new PoolReading(pool, latest, List.of());
    }

    private boolean late(Instant start) {
        return start.plus(LONGEST_REFRESH).isBefore(clock.instant());
    }

    /** Reads every source, however long it takes. */
    public PoolReading refreshAll() {
        kept.values().forEach(source -> source.read(before(source), clock.instant()));
        return reading();
    }

    /** What the sources in front of one add to its pool. */
    private RangeSet before(KeptSource source) {
        RangeSet sum = RangeSet.EMPTY;
        for (KeptSource other : kept.values()) {
            if (other == source) {
                return sum;
            }
            if (other.source().pool().equals(source.source().pool())) {
                sum = sum.with(other.addresses());
            }
        }
        return sum;
    }

    private PoolReading reading() {
        PoolAssembly assembly = new PoolAssembly(kept.values(), clock.instant());
        if (contents.filter(assembly.contents()::equals).isEmpty()) {
            contents = Optional.of(assembly.contents());
            pool = assembly.pool();
        }
        Map<String, SourceState> known =
                latest.stream().collect(Collectors.toMap(SourceState::id, Function.identity()));
        latest = assembly.states();
        List<SourceState> news = latest.stream()
                .filter(state -> isNews(known.get(state.id()), state))
                .toList();
        return new PoolReading(pool, latest, news);
    }

    private static boolean isNews(@Nullable SourceState known, SourceState state) {
        return known == null
                || known.status() != state.status()
                || !known.message().equals(state.message())
                || !known.notes().equals(state.notes());
    }

    private Set<Path> files() {
        return kept.values().stream()
                .flatMap(source -> source.source() instanceof FileSource file ? Stream.of(file.path()) : Stream.empty())
                .collect(Collectors.toSet());
    }
}
