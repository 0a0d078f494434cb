package offlist.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import offlist.demo.DemoStory.Timed;
import offlist.pool.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoStoryTest {
    private static final int ROUNDS = 20;

    private final DemoStory story = new DemoStory(7);

    @Test
    void beginsWithNobodyListed() {
        assertThat(listed(Duration.ZERO)).isEmpty();
    }

    @Test
    void listsSomebodyWithinEightSecondsAndLetsThemGoHalfAMinuteLater() {
        Timed first = turns(Duration.ofSeconds(8)).getFirst();
        Turn.Lists listing = (Turn.Lists) first.turn();

        Timed end = turns(DemoStory.ROUND).stream()
                .filter(timed -> timed.turn().equals(new Turn.Delists(listing.list(), listing.addresses())))
                .findFirst()
                .orElseThrow();

        assertThat(end.at().minus(first.at())).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(35));
    }

    @Test
    void aSecondCauseJoinsTheFirst() {
        IpAddress address = ((Turn.Lists)
                        turns(Duration.ofSeconds(8)).getFirst().turn())
                .addresses()
                .getFirst();

        assertThat(story.at(Duration.ofSeconds(10)).causes(DemoList.SPAM, address))
                .hasSize(1);
        assertThat(story.at(Duration.ofSeconds(30)).causes(DemoList.SPAM, address))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(story.at(Duration.ofSeconds(40)).causes(DemoList.SPAM, address))
                .isEmpty();
    }

    @Test
    void oneListRefusesWhileItHasSomebodyAndAnswersAgain() {
        Scene before = story.at(Duration.ofSeconds(40));
        Scene during = story.at(Duration.ofSeconds(50));
        Scene after = story.at(Duration.ofSeconds(70));

        assertThat(before.refuses(DemoList.QUOTA)).isFalse();
        assertThat(during.refuses(DemoList.QUOTA)).isTrue();
        assertThat(during.addresses(DemoList.QUOTA)).hasSize(1);
        assertThat(after.refuses(DemoList.QUOTA)).isFalse();
        assertThat(after.addresses(DemoList.QUOTA)).isEqualTo(during.addresses(DemoList.QUOTA));
    }

    @Test
    void oneListGoesMadAndRecovers() {
        assertThat(story.at(Duration.ofSeconds(70)).isMad(DemoList.MAD)).isFalse();
        assertThat(story.at(Duration.ofSeconds(90)).isMad(DemoList.MAD)).isTrue();
        assertThat(story.at(Duration.ofSeconds(100)).isMad(DemoList.MAD)).isFalse();
    }

    @Test
    void ipv6AddressesAreListedToo() {
        assertThat(allListed(0)).anyMatch(IpAddress::v6).anyMatch(address -> !address.v6());
    }

    @Test
    void everyoneListedIsInThePool() {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(DemoPool.all()).containsAll(allListed(round));
        }
    }

    @Test
    void everyRoundEndsWithNobodyListedAndEveryListWell() {
        for (int round = 1; round <= ROUNDS; round++) {
            Duration end = DemoStory.ROUND.multipliedBy(round);
            for (Duration moment : List.of(end.minusSeconds(2), end)) {
                assertThat(listed(moment)).isEmpty();
                Scene scene = story.at(moment);
                assertThat(DemoList.values()).noneMatch(list -> scene.refuses(list) || scene.isMad(list));
            }
        }
    }

    @Test
    void turnsKeepTheirOrderInEveryRound() {
        List<Duration> times = turns(DemoStory.ROUND.multipliedBy(ROUNDS)).stream()
                .map(Timed::at)
                .toList();

        assertThat(times).isSorted().hasSize(17 * ROUNDS);
    }

    @Test
    void roundsDiffer() {
        assertThat(allListed(1)).isNotEqualTo(allListed(0));
        assertThat(allListed(2)).isNotEqualTo(allListed(1));
    }

    @Test
    void theSameSeedTellsTheSameStoryAndAnotherOneAnother() {
        List<Timed> told = turns(DemoStory.ROUND);

        assertThat(new DemoStory(7).between(Duration.ZERO, DemoStory.ROUND)).isEqualTo(told);
        assertThat(new DemoStory(8).between(Duration.ZERO, DemoStory.ROUND)).isNotEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 149_999, 150_000})
    void tellsEachTurnOnceHoweverOftenItIsAsked(long step) {
        Duration end = DemoStory.ROUND.multipliedBy(2);
        long told = 0;
        for (Duration at = Duration.ZERO; at.compareTo(end) < 0; at = at.plusMillis(step * 100)) {
            Duration until = at.plusMillis(step * 100);
            told += story.between(at, until.compareTo(end) < 0 ? until : end).size();
        }

        assertThat(told).isEqualTo(turns(end).size());
    }

    @Test
    void aClockThatGoesBackIsTheBeginning() {
        assertThat(listed(Duration.ofSeconds(-10))).isEmpty();
    }

    private List<Timed> turns(Duration until) {
        return story.between(Duration.ZERO, until);
    }

    private Set<IpAddress> listed(Duration elapsed) {
        Scene scene = story.at(elapsed);
        return Arrays.stream(DemoList.values())
                .flatMap(list -> scene.addresses(list).stream())
                .collect(toSet());
    }

    private Set<IpAddress> allListed(int round) {
        Duration start = DemoStory.ROUND.multipliedBy(round);
        Set<IpAddress> all = new HashSet<>();
        story.between(start, start.plus(DemoStory.ROUND)).forEach(timed -> {
            if (timed.turn() instanceof Turn.Lists lists) {
                all.addAll(lists.addresses());
            }
        });
        return all;
    }
}
