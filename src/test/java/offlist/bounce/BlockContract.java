package offlist.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import offlist.bounce.Block.Ending;
import offlist.pool.IpAddress;
import offlist.reply.FoundAddress.Place;
import offlist.reply.Meaning;
import offlist.reply.Reply;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.testing.ManualClock;
import offlist.track.EventJson;
import offlist.track.TimeOrderedIds;
import offlist.track.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When refusals by a receiver's own judgement are a block, and until when; the same on every store. */
abstract class BlockContract {
    private static final IpAddress OURS = IpAddress.parse("192.0.2.10");
    private static final BlockSettings SETTINGS = new BlockSettings(3, Duration.ofHours(24), Duration.ofHours(48));

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final List<String> woken = new ArrayList<>();
    private OpenStore store;
    private RefusalDesk desk;
    private Blocks blocks;
    private int messages;

    abstract OpenStore open();

    @BeforeEach
    void start() {
        store = open();
        RefusalReader reader = new RefusalReader(BlockContract::meaning, AddressFinderTest::pools);
        RefusalHearer hearer = new RefusalHearer() {
            @Override
            public void seen(String id, Refusal refusal) {
                // only blocks matter here
            }

            @Override
            public void blocks() {
                woken.add("blocks");
            }
        };
        desk = new RefusalDesk(
                store.database(), () -> reader, () -> SETTINGS, hearer, new TimeOrderedIds(new Random(7)), clock);
        blocks = new Blocks(store.database());
    }

    @AfterEach
    void stop() {
        store.close();
    }

    /** {@code 550 ADDRESS} is a judgement of the receiver, {@code 551 ADDRESS} names a list, the rest an unknown user. */
    private static Meaning meaning(Reply reply) {
        String words = reply.text();
        return switch (words.substring(0, 4)) {
            case "550 " -> Meanings.judged("S3150", Meanings.at(Place.RULE, words.substring(4)));
            case "551 " -> Meanings.listed("spamhaus-zen", Meanings.at(Place.RULE, words.substring(4)));
            default -> Meanings.unknownUser();
        };
    }

    private void refused(String recipient, String words) {
        desk.attempts(List.of(RefusalContract.attempt(recipient, words, "M" + messages++)));
    }

    private void delivered(String domain) {
        desk.delivered(List.of(new Delivery(OURS, domain, clock.instant())));
    }

    private List<Block> all() {
        return blocks.find(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
    }

    private List<Trouble> told() {
        return new Outbox(store.database())
                .after(0, 100).stream()
                        .flatMap(entry -> EventJson.decode(entry).stream())
                        .filter(Trouble.class::isInstance)
                        .map(Trouble.class::cast)
                        .toList();
    }

    private void blocked() {
        for (String who : List.of("ann", "bob", "cleo")) {
            refused(who + "@example.org", "550 192.0.2.10");
            clock.pass(Duration.ofMinutes(1));
        }
    }

    @Test
    void severalRecipientsMakeABlock() {
        blocked();

        assertThat(all()).hasSize(1);
        Block block = all().getFirst();
        assertThat(block.address()).isEqualTo(OURS);
        assertThat(block.receiver().value()).isEqualTo("example.org");
        assertThat(block.code()).contains("S3150");
        assertThat(block.closedAt()).isEmpty();
        assertThat(blocks.recipients(block)).isEqualTo(3);
        assertThat(told()).hasSize(1);
        Trouble news = told().getFirst();
        assertThat(news.headline()).isEqualTo("192.0.2.10 is refused by example.org (S3150)");
        assertThat(news.over()).isFalse();
        assertThat(news.labels().get("pool")).containsExactly("main");
    }

    @Test
    void oneRecipientMakesNoneHoweverOften() {
        for (int i = 0; i < 20; i++) {
            refused("ann@example.org", "550 192.0.2.10");
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void recipientsOfDifferentReceiversDoNotAddUp() {
        refused("ann@example.org", "550 192.0.2.10");
        refused("ann@example.net", "550 192.0.2.10");
        refused("ann@example.com", "550 192.0.2.10");
        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsLongAgoDoesNotCount() {
        refused("ann@example.org", "550 192.0.2.10");
        refused("bob@example.org", "550 192.0.2.10");
        clock.pass(Duration.ofHours(25));
        refused("cleo@example.org", "550 192.0.2.10");
        assertThat(all()).isEmpty();
    }

    @Test
    void aListThatCanBeAskedIsNoBlock() {
        for (String who : List.of("ann", "bob", "cleo", "dan")) {
            refused(who + "@example.org", "551 192.0.2.10");
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void unknownUsersAndOthersAddressesAreNoBlock() {
        for (String who : List.of("ann", "bob", "cleo", "dan")) {
            refused(who + "@example.org", "553 nobody here");
            refused(who + "@example.org", "550 198.51.100.7");
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void moreRefusalsTellNothingNew() {
        blocked();
        refused("dan@example.org", "550 192.0.2.10");

        assertThat(told()).hasSize(1);
        assertThat(all().getFirst().lastAt()).isEqualTo(clock.instant());
        assertThat(blocks.recipients(all().getFirst())).isEqualTo(4);
    }

    @Test
    void aMessageThatIsTakenEndsIt() {
        blocked();
        clock.pass(Duration.ofMinutes(1));
        delivered("example.org");

        assertThat(all().getFirst().ending()).contains(Ending.DELIVERED);
        assertThat(told()).hasSize(2);
        assertThat(told().getLast().over()).isTrue();
        assertThat(told().getLast().began()).isEqualTo(told().getFirst().id());
        assertThat(told().getLast().incident()).isEqualTo(told().getFirst().incident());
        assertThat(woken).containsExactly("blocks");
    }

    @Test
    void aMessageToSomebodyElseOrFromBeforeEndsNothing() {
        Instant before = clock.instant();
        blocked();
        delivered("example.net");
        desk.delivered(List.of(
                new Delivery(OURS, "example.org", before),
                new Delivery(IpAddress.parse("192.0.2.11"), "example.org", clock.instant())));

        assertThat(all().getFirst().closedAt()).isEmpty();
        assertThat(woken).isEmpty();
    }

    @Test
    void quietEndsIt() {
        blocked();
        clock.pass(Duration.ofHours(47));
        desk.calm();
        assertThat(all().getFirst().closedAt()).isEmpty();

        clock.pass(Duration.ofHours(1));
        desk.calm();
        assertThat(all().getFirst().ending()).contains(Ending.QUIET);
        assertThat(told().getLast().lines().getFirst()).contains("refused nobody for 48 h");
    }

    @Test
    void theNextOneNeedsAsManyRecipientsAgain() {
        blocked();
        clock.pass(Duration.ofMinutes(1));
        delivered("example.org");
        clock.pass(Duration.ofMinutes(1));
        refused("ann@example.org", "550 192.0.2.10");
        refused("bob@example.org", "550 192.0.2.10");
        assertThat(all()).hasSize(1);

        refused("cleo@example.org", "550 192.0.2.10");
        assertThat(all()).hasSize(2);
        assertThat(all().getFirst().closedAt()).isEmpty();
        assertThat(told()).hasSize(3);
    }

    @Test
    void theyAreFoundByWhatIsAskedFor() {
        blocked();
        assertThat(blocks.find(Optional.of(true), Optional.of(OURS), Optional.of("example.org"), Optional.empty(), 10))
                .hasSize(1);
        assertThat(blocks.find(Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty(), 10))
                .isEmpty();
        assertThat(blocks.find(Optional.empty(), Optional.empty(), Optional.of("example.net"), Optional.empty(), 10))
                .isEmpty();
        assertThat(blocks.find(
                        Optional.empty(),
                        Optional.of(IpAddress.parse("192.0.2.11")),
                        Optional.empty(),
                        Optional.empty(),
                        10))
                .isEmpty();
        assertThat(blocks.byId(all().getFirst().id())).contains(all().getFirst());
    }

    @Test
    void theOldOnesAreForgotten() {
        blocked();
        clock.pass(Duration.ofHours(48));
        desk.calm();
        clock.pass(Duration.ofDays(91));
        desk.forget(clock.instant().minus(Duration.ofDays(90)));
        assertThat(all()).isEmpty();
    }
}
