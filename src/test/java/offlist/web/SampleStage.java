package offlist.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
import offlist.draft.Requests;
import offlist.journal.Journal;
import offlist.journal.PoolHistory;
import offlist.metrics.Readings;
import offlist.metrics.SampleReadings;
import offlist.store.Database;
import offlist.testing.FreePorts;
import offlist.testing.SampleBoard;
import offlist.testing.SampleJournal;
import offlist.testing.Stores;
import offlist.ticket.TicketDoor;
import offlist.track.StatusBoard;
import offlist.triage.CaseFinder;
import offlist.triage.TriageDesk;

/** The sample in place of a running daemon. */
@Alternative
@Singleton
public class SampleStage {
    @Produces
    @Alternative
    @Singleton
    StatusBoard board() {
        return new SampleBoard();
    }

    @Produces
    @Alternative
    @Singleton
    Journal journal() {
        return new SampleJournal();
    }

    @Produces
    @Alternative
    @Singleton
    Setup setup() {
        return new SampleSetup();
    }

    @Produces
    @Alternative
    @Singleton
    Reloading reloading() {
        return () -> CompletableFuture.completedFuture(Reloaded.NO_FILE);
    }

    @Produces
    @Alternative
    @Singleton
    Checks checks() {
        return new SampleChecks();
    }

    @Produces
    @Alternative
    @Singleton
    Sources sources(StatusBoard board, Journal journal, Setup setup, Checks checks) {
        return new Sources(board, journal, setup, new SampleShelf(), checks);
    }

    @Produces
    @Alternative
    @Singleton
    Readings readings() {
        return new SampleReadings();
    }

    @Produces
    @Alternative
    @Singleton
    Tasks tasks() throws IOException {
        return new Tasks(empty());
    }

    @Produces
    @Alternative
    @Singleton
    TaskDesk desk() throws IOException {
        return new TaskDesk(empty(), InstantSource.system(), () -> {});
    }

    @Produces
    @Alternative
    @Singleton
    TaskOpener opener() throws IOException {
        return SampleOpener.of(empty());
    }

    @Produces
    @Alternative
    @Singleton
    Requests requests(TaskDesk desk) {
        return SampleMail.of(desk);
    }

    @Produces
    @Alternative
    @Singleton
    RefusalDesk refusalDesk() {
        return SampleRefusals.desk();
    }

    @Produces
    @Alternative
    @Singleton
    HookDoor hookDoor(RefusalDesk desk) {
        return SampleRefusals.hooks(desk);
    }

    @Produces
    @Alternative
    @Singleton
    Blocks blocks() {
        return SampleRefusals.blocks();
    }

    @Produces
    @Singleton
    Refusals refusals() {
        return SampleRefusals.refusals();
    }

    @Produces
    @Alternative
    @Singleton
    Recipients recipients() {
        return SampleRefusals.recipients();
    }

    @Produces
    @Alternative
    @Singleton
    Complaints complaints() {
        return SampleRefusals.complaints();
    }

    @Produces
    @Alternative
    @Singleton
    TriageDesk triage() {
        return SampleTriage.desk();
    }

    @Produces
    @Alternative
    @Singleton
    CaseFinder cases() {
        return new CaseFinder(SampleRefusals.desk(), SampleRefusals.refusals());
    }

    @Produces
    @Alternative
    @Singleton
    PoolHistory history() throws IOException {
        return SampleHistory.of(empty());
    }

    @Produces
    @Alternative
    @Singleton
    FigureBoard figures() throws IOException {
        return new FigureBoard(empty(), InstantSource.system());
    }

    @Produces
    @Alternative
    @Singleton
    TicketDoor ticketDoor() throws IOException {
        return SampleTickets.of(empty());
    }

    @Produces
    @Alternative
    @Singleton
    Muting muting() throws IOException {
        return SampleMuting.of(empty());
    }

    /** Lets a test see the sample. */
    public static final class Profile implements QuarkusTestProfile {
        /** No daemon starts, and nobody else makes these beans. */
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.arc.exclude-types",
                    "offlist.app.*",
                    "offlist.hosts",
                    "also.example.com",
                    "quarkus.http.test-port",
                    String.valueOf(FreePorts.next()),
                    "quarkus.management.test-port",
                    String.valueOf(FreePorts.next()));
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SampleStage.class);
        }
    }

    /** A store of its own. */
    private static Database empty() throws IOException {
        return Stores.sqlite(Files.createTempDirectory("offlist-sample")).database();
    }
}
