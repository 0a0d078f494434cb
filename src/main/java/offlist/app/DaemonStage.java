package offlist.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import offlist.alert.Actions;
import offlist.alert.StoredHandles;
import offlist.alert.email.Post;
import offlist.bounce.Blocks;
import offlist.bounce.Complaints;
import offlist.bounce.Recipients;
import offlist.bounce.RefusalDesk;
import offlist.bounce.Refusals;
import offlist.bounce.hook.HookDoor;
import offlist.delist.FigureBoard;
import offlist.delist.TaskDesk;
import offlist.delist.TaskOpener;
import offlist.delist.Tasks;
import offlist.draft.Drafts;
import offlist.draft.Requests;
import offlist.events.EventSender;
import offlist.journal.Journal;
import offlist.journal.PoolHistory;
import offlist.metrics.Meters;
import offlist.metrics.Readings;
import offlist.ticket.TicketDoor;
import offlist.track.StatusBoard;
import offlist.triage.CaseFinder;
import offlist.triage.TriageDesk;
import offlist.web.Checks;
import offlist.web.Muting;
import offlist.web.Reloading;
import offlist.web.Setup;

/** Starts and stops the daemon with the framework and shows its parts to the other stages. */
@ApplicationScoped
public class DaemonStage {
    private final Daemon daemon;
    private final Vertx vertx;

    @Inject
    DaemonStage(Meters meters, EventSender events, Vertx vertx, Instance<Actions> actions) {
        Boot boot = Boot.current();
        InstantSource clock = InstantSource.system();
        this.vertx = vertx;
        MeteredHearers hearers = new MeteredHearers(meters);
        this.daemon = new Daemon(
                boot,
                new KnownNotifiers(
                        vertx,
                        new StoredHandles(boot.store().database()),
                        actions::isResolvable,
                        boot.console(),
                        hearers::sent),
                events,
                hearers,
                clock,
                new SecureRandom());
    }

    /** Only the framework's proxy is made like this. */
    @SuppressWarnings("NullAway")
    DaemonStage() {
        this.daemon = null;
        this.vertx = null;
    }

    void start(@Observes StartupEvent event) {
        Banner.print(daemon);
        daemon.start();
        HangUp.reloads(daemon);
    }

    void stop(@Observes ShutdownEvent event) {
        daemon.close();
    }

    Daemon daemon() {
        return daemon;
    }

    @Produces
    @Singleton
    StatusBoard board() {
        return daemon.board();
    }

    @Produces
    @Singleton
    Journal journal() {
        return daemon.journal();
    }

    @Produces
    @Singleton
    Tasks tasks() {
        return daemon.tasks();
    }

    @Produces
    @Singleton
    TaskDesk desk() {
        return daemon.desk();
    }

    @Produces
    @Singleton
    TaskOpener opener() {
        return daemon.opener();
    }

    @Produces
    @Singleton
    Requests requests(Setup setup) {
        return new Requests(
                daemon.desk(),
                new Drafts(daemon::catalogue, setup::removal),
                setup::removal,
                () -> daemon.settings().settings().alert().mail().map(relay -> new Post(vertx, relay)::hand));
    }

    @Produces
    @Singleton
    RefusalDesk refusalDesk() {
        return daemon.refusalDesk();
    }

    @Produces
    @Singleton
    HookDoor hookDoor() {
        return daemon.hookDoor();
    }

    @Produces
    @Singleton
    Refusals refusals() {
        return daemon.refusals();
    }

    @Produces
    @Singleton
    TriageDesk triage() {
        return daemon.triage();
    }

    @Produces
    @Singleton
    CaseFinder cases() {
        return daemon.cases();
    }

    @Produces
    @Singleton
    Recipients recipients() {
        return new Recipients(Boot.current().store().database());
    }

    @Produces
    @Singleton
    Complaints complaints() {
        return new Complaints(Boot.current().store().database());
    }

    @Produces
    @Singleton
    Blocks blocks() {
        return new Blocks(Boot.current().store().database());
    }

    @Produces
    @Singleton
    PoolHistory history() {
        return daemon.history();
    }

    @Produces
    @Singleton
    FigureBoard figures() {
        return daemon.figures();
    }

    @Produces
    @Singleton
    Readings readings() {
        return new DaemonReadings(daemon);
    }

    @Produces
    @Singleton
    Setup setup() {
        return new DaemonSetup(daemon);
    }

    @Produces
    @Singleton
    Actions actions() {
        return daemon.actions();
    }

    @Produces
    @Singleton
    TicketDoor ticketDoor() {
        return daemon.ticketDoor();
    }

    @Produces
    @Singleton
    Reloading reloading() {
        return daemon::reload;
    }

    @Produces
    @Singleton
    Checks checks() {
        return new DaemonChecks(daemon);
    }

    @Produces
    @Singleton
    Muting muting() {
        return Muting.of(Boot.current().store().database(), InstantSource.system());
    }
}
