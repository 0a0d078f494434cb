package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import offlist.catalogue.ListId;
import offlist.pool.Target;
import offlist.probe.Health;
import offlist.probe.Observation;
import offlist.probe.Verdict;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks for a check gets an end, whatever happens to the list and the address meanwhile. */
class RequestedCheckTest {
    /** By then the test points have been asked again. */
    private static final Duration RECHECK = Duration.ofMinutes(10);

    private static final String A = "192.0.2.10";

    @TempDir
    private java.nio.file.Path directory;

    private OpenStore store;
    private Story story;

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        story = new Story(store.database());
        story.lists(Story.ONE, "bl", "other").pool(A);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private CompletableFuture<Observation> ask(String address, String list) {
        return story.monitor().check(Target.parse(address), new ListId(list), story.clock.instant());
    }

    private static void isUnknown(CompletableFuture<Observation> answer) {
        assertThat(answer).isCompleted();
        assertThat(answer.join().verdict()).isEqualTo(new Verdict.Failed(Verdict.Cause.TIMEOUT));
        assertThat(answer.join().raw()).isEqualTo("not asked any more");
    }

    @Test
    void anAnswerEndsIt() {
        CompletableFuture<Observation> answer = ask(A, "bl");
        story.settle();
        assertThat(answer.join().verdict()).isInstanceOf(Verdict.NotListed.class);
    }

    @Test
    void whatAListSaysThatListsEverybodyTellsNothing() {
        story.health("bl", Story.ONE, Health.State.LISTS_EVERYTHING)
                .listed("bl", A, "127.0.0.2")
                .listed("other", A, "127.0.0.2")
                .pass(RECHECK);
        CompletableFuture<Observation> mad = ask(A, "bl");
        CompletableFuture<Observation> sane = ask(A, "other");
        story.settle();

        assertThat(mad.join().verdict()).isEqualTo(new Verdict.Failed(Verdict.Cause.NOT_BELIEVED));
        assertThat(mad.join().raw()).isEqualTo(sane.join().raw());
        assertThat(sane.join().verdict()).isInstanceOf(Verdict.Listed.class);
    }

    @Test
    void whatAListSaysThatListsNobodyTellsNothing() {
        story.health("bl", Story.ONE, Health.State.LISTS_NOTHING).pass(RECHECK);
        CompletableFuture<Observation> blind = ask(A, "bl");
        story.settle();

        assertThat(blind.join().verdict()).isEqualTo(new Verdict.Failed(Verdict.Cause.NOT_BELIEVED));
    }

    @Test
    void aListWithoutTestPointsIsTakenAtItsWord() {
        story.health("bl", Story.ONE, Health.State.UNVERIFIED).pass(RECHECK);
        CompletableFuture<Observation> answer = ask(A, "bl");
        story.settle();

        assertThat(answer.join().verdict()).isInstanceOf(Verdict.NotListed.class);
    }

    @Test
    void aListThatIsNotAskedEndsItAtOnce() {
        isUnknown(ask(A, "none"));
    }

    @Test
    void aListThatIsDroppedEndsIt() {
        CompletableFuture<Observation> dropped = ask(A, "bl");
        CompletableFuture<Observation> stays = ask(A, "other");
        story.lists(Story.ONE, "other");
        isUnknown(dropped);
        assertThat(stays).isNotCompleted();
        story.settle();
        assertThat(stays.join().verdict()).isInstanceOf(Verdict.NotListed.class);
    }

    @Test
    void aListThatIsAskedOtherwiseEndsIt() {
        CompletableFuture<Observation> answer = ask(A, "bl");
        story.lists(Story.TWO, "bl", "other");
        isUnknown(answer);
    }

    @Test
    void anAddressThatLeavesEndsIt() {
        CompletableFuture<Observation> leaves = ask(A, "bl");
        story.pool("192.0.2.11");
        assertThat(leaves).isCompleted();
    }

    @Test
    void anAddressOfNoPoolIsAskedAllTheSame() {
        CompletableFuture<Observation> answer = ask("192.0.2.99", "bl");
        story.settle();
        assertThat(answer.join().verdict()).isInstanceOf(Verdict.NotListed.class);
    }
}
