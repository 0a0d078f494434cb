package offlist.app;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import offlist.catalogue.ListId;
import offlist.local.LocalNews;
import offlist.pool.SourceState;
import offlist.pool.SourceStatus;
import offlist.probe.Health;
import offlist.probe.Observation;
import offlist.schedule.Plan;
import offlist.track.CloseReason;
import offlist.track.Event;
import offlist.track.ListHealthChanged;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.Path;
import offlist.track.PoolMembershipChanged;
import offlist.track.ResolverHealthChanged;
import offlist.track.ResolverState;
import offlist.track.Transition;
import offlist.track.Trouble;
import offlist.yaml.Durations;
import org.jboss.logging.Logger;

/** Writes one line in plain words for each event and passes everything on. */
final class Announcer implements Observer {
    private static final Logger LOG = Logger.getLogger("offlist");

    private final Daemon.Hearers hearers;
    private final Runnable wake;
    private final PlanTold told = new PlanTold();

    Announcer(Daemon.Hearers hearers, Runnable wake) {
        this.hearers = hearers;
        this.wake = wake;
    }

    @Override
    public void checked(Observation observation) {
        hearers.checked(observation);
    }

    @Override
    public void clean(Path path, long took) {
        hearers.clean(path.list(), took);
    }

    @Override
    public void happened(Event event) {
        if (event instanceof PoolMembershipChanged change) {
            LOG.debugf("%s", words(change));
        } else {
            LOG.info(words(event));
        }
        hearers.happened(event);
        wake.run();
    }

    @Override
    public void planned(Map<ListId, Plan> plans, Duration general) {
        told.news(plans, general).ifPresent(LOG::warn);
    }

    static String words(Event event) {
        return switch (event) {
            case Transition.Opened opened ->
                opened.listing().target().text() + " is listed on "
                        + opened.listing().list() + ", "
                        + opened.listing().severity().label() + ": " + codes(opened.listing());
            case Transition.Changed changed ->
                changed.listing().target().text() + " has other codes on "
                        + changed.listing().list() + ": " + codes(changed.listing());
            case Transition.Closed closed -> words(closed);
            case ListHealthChanged change ->
                "list " + change.list()
                        + (change.before() == change.health().state()
                                ? " is still "
                                : " was " + words(change.before()) + " and is ")
                        + words(change.health().state())
                        + cause(change.health().cause());
            case ResolverHealthChanged change ->
                "resolver " + change.resolver() + " was " + words(change.before()) + " and is " + words(change.state())
                        + cause(change.cause());
            case PoolMembershipChanged change ->
                change.target().text()
                        + (change.joined() ? " is in " : " left ")
                        + change.pools().stream().map(Object::toString).collect(Collectors.joining(", "));
            case Trouble trouble -> trouble.headline();
        };
    }

    private static String words(String state) {
        return switch (ResolverState.of(state)) {
            case HEALTHY -> "healthy";
            case UNREACHABLE -> "unreachable";
            case REWRITES_NXDOMAIN -> "rewriting answers";
            case STRIPS_LOOPBACK -> "stripping answers";
            case PUBLIC -> "refused as public";
            case FILTERS -> "filtering";
            case UNVERIFIED -> "unverified";
        };
    }

    private static String words(Health.State state) {
        return switch (state) {
            case HEALTHY -> "healthy";
            case REFUSING -> "refusing us";
            case LISTS_EVERYTHING -> "listing everything";
            case LISTS_NOTHING -> "listing nothing";
            case UNREACHABLE -> "unreachable";
            case UNVERIFIED -> "unverified";
        };
    }

    private static String words(Transition.Closed closed) {
        Listing listing = closed.listing();
        String after = Durations.print(Duration.ofSeconds(
                Duration.between(listing.openedAt(), closed.at()).toSeconds()));
        String how = switch (listing.closedBecause().orElse(CloseReason.DELISTED)) {
            case DELISTED -> " is off " + listing.list();
            case LEFT -> " left the pool while listed on " + listing.list();
            case LIST_DROPPED -> " was listed on " + listing.list() + ", which is not asked any more";
        };
        return listing.target().text() + how + " after " + after;
    }

    private static String codes(Listing listing) {
        return listing.codes().stream()
                .map(code -> code.answer() + " " + meaning(code))
                .collect(Collectors.joining(", "));
    }

    private static String meaning(ListedCode code) {
        return Plain.text(code.meaning());
    }

    private static String cause(String cause) {
        return cause.isEmpty() ? "" : ": " + Plain.text(cause);
    }

    static void file(LocalNews news) {
        String line = "list " + news.list() + ": " + Plain.text(news.words());
        if (news.trouble()) {
            LOG.warn(line);
        } else {
            LOG.info(line);
        }
    }

    static void relay(String warning) {
        LOG.warn(warning);
    }

    static void source(SourceState state) {
        String line = "pool source " + Plain.text(state.id()) + " is "
                + state.status().label() + ", " + state.size() + " members" + cause(state.message());
        if (state.status() == SourceStatus.FAILED || state.status() == SourceStatus.HELD) {
            LOG.warn(line);
        } else {
            LOG.info(line);
        }
        state.notes().forEach(note -> LOG.infof("pool source %s: %s", Plain.text(state.id()), Plain.text(note)));
    }
}
