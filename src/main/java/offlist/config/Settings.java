package offlist.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.alert.AlertSettings;
import offlist.bounce.BounceSettings;
import offlist.catalogue.Catalogue;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListChoice;
import offlist.catalogue.Selection;
import offlist.delist.RemovalSettings;
import offlist.dns.ResolverId;
import offlist.pool.IpRange;
import offlist.pool.PoolName;
import offlist.pool.PoolSettings;
import offlist.ticket.TicketSettings;
import offlist.track.ConfirmSettings;
import offlist.track.Severities;
import offlist.triage.CallSettings;
import offlist.yaml.Problems;

/**
 * Everything the operator wants, checked.
 *
 * @param interval one turn of the pool on each list, unless the list says otherwise; absent when the operator did not say
 * @param resolvers in the order of preference; empty for the system's
 * @param choice what the operator said about lists, for commands that ask others
 * @param lists the lists to ask, and for every other one why not
 * @param confirm how sure we want to be
 * @param severities how bad listings are for single pools
 */
public record Settings(
        Optional<Duration> interval,
        List<ResolverId> resolvers,
        List<PoolSettings> pools,
        ListChoice choice,
        Selection lists,
        ConfirmSettings confirm,
        Severities severities,
        AlertSettings alert,
        RemovalSettings removal,
        TicketSettings tickets,
        BounceSettings bounces,
        CallSettings triage) {
    public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(10);
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(1500);
    public static final int DEFAULT_TRIES = 3;
    /** The pool of the addresses on the command line. */
    public static final String COMMAND_LINE_POOL = "addresses";

    public Settings {
        resolvers = List.copyOf(resolvers);
        pools = List.copyOf(pools);
    }

    /** What holds without any file: no pool, the usual lists, nobody told. */
    public static Settings none(Catalogue catalogue) {
        return new Settings(
                Optional.empty(),
                List.of(),
                List.of(),
                ListChoice.usual(),
                Selection.of(catalogue, ListChoice.usual(), new Problems()),
                ConfirmSettings.DEFAULT,
                Severities.NONE,
                new AlertSettings(List.of(), Optional.empty(), Optional.empty()),
                new RemovalSettings(Optional.empty(), Optional.empty()),
                TicketSettings.NONE,
                BounceSettings.DEFAULT,
                CallSettings.DEFAULT);
    }

    /** What holds for addresses on the command line and no file. */
    public static Settings ofAddresses(List<IpRange> ranges, Catalogue catalogue) {
        return none(catalogue).withAddresses(ranges);
    }

    /** The same with a pool of these addresses beside the others. */
    public Settings withAddresses(List<IpRange> ranges) {
        List<PoolSettings> more = new ArrayList<>(pools);
        more.add(new PoolSettings(
                freeName(),
                Map.of(),
                ranges,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                PoolSettings.DEFAULT_REFRESH,
                PoolSettings.DEFAULT_HOLD));
        return new Settings(
                interval,
                resolvers,
                more,
                choice,
                lists,
                confirm,
                severities,
                alert,
                removal,
                tickets,
                bounces,
                triage);
    }

    /** The same with other lists to ask. */
    public Settings asking(ListChoice other, Selection selection) {
        return new Settings(
                interval,
                resolvers,
                pools,
                other,
                selection,
                confirm,
                severities,
                alert,
                removal,
                tickets,
                bounces,
                triage);
    }

    /** Where a list is asked: its own resolvers, else the operator's; empty for the system's. */
    public List<ResolverId> resolversOf(ChosenList list) {
        List<ResolverId> own = list.resolvers().stream()
                .flatMap(text -> ResolverId.parse(text.value()).stream())
                .toList();
        return own.isEmpty() ? resolvers : own;
    }

    private PoolName freeName() {
        String name = COMMAND_LINE_POOL;
        for (int i = 2; taken(name); i++) {
            name = COMMAND_LINE_POOL + "-" + i;
        }
        return new PoolName(name);
    }

    private boolean taken(String name) {
        return pools.stream().anyMatch(pool -> pool.name().value().equals(name));
    }
}
