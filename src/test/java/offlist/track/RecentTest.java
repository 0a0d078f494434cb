package offlist.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecentTest {
    private static final ResolverId RESOLVER = new ResolverId("127.0.0.1:53");
    private static final DnsList LIST = DnsList.custom(new ListId("bl"), Zone.of("bl.test"));

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private Recent recent = new Recent();

    /** One letter an observation: listed, clean, refused, timeout; what is kept is read newest first. */
    @ParameterizedTest
    @CsvSource({
        "c,               ''",
        "cccc,            ''",
        "l,               l",
        "lc,              cl",
        "lcccc,           ccccl",
        "lccccc,          ''",
        "tc,              ct",
        "tccccccccc,      ccccct",
        "ttttttt,         ttttt",
        "tttttlllllll,    lllllttttt",
        "lllllttttttt,    tttttlllll",
        "lctlctlct,       tcltcltc",
        "rcl,             lcr",
        "tcccccl,         lcccct",
        "lccccclc,        cl",
    })
    void whatIsKeptOfAPair(String seen, String kept) {
        seen.chars().forEach(letter -> see("192.0.2.10", (char) letter));
        assertEquals(kept, of("192.0.2.10"));
    }

    /** Room for three pairs; pairs are written as the last digit of the address. */
    @ParameterizedTest
    @CsvSource({
        "1l 2l 3l 4l,              2 3 4",
        "1l 2t 3l 1l 4l,           1 3 4",
        "1l 2l 2c 3l 4l,           1 3 4",
        "1l 1c 2l 2c 3l 3c 4l,     2 3 4",
        "1t 1c 2l 3l 1c 4l,        2 3 4",
        "1t 1c 2l 3l 1t 4l,        1 3 4",
        "1l 2l 3l 4c 5c,           1 2 3",
        "1t 2t 3t 3c 4t 5t,        2 4 5",
    })
    void whichPairGoesWhenThereIsNoRoom(String seen, String kept) {
        recent = new Recent(3);
        for (String word : seen.split(" ")) {
            see("192.0.2." + word.charAt(0), word.charAt(1));
        }
        String left = IntStream.rangeClosed(1, 9)
                .filter(digit -> !of("192.0.2." + digit).isEmpty())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
        assertEquals(kept, left);
    }

    @Test
    void newestFirstWhateverTheOrderOfArrival() {
        Instant later = now.plusSeconds(60);
        see("192.0.2.10", 'l', later);
        see("192.0.2.10", 't', later.minusSeconds(30));
        assertEquals("lt", of("192.0.2.10"));
    }

    @Test
    void roomIsBounded() {
        for (int i = 0; i < Recent.PAIRS + 100; i++) {
            see("10.0." + i / 256 + "." + i % 256, 't');
        }
        long kept = IntStream.range(0, Recent.PAIRS + 100)
                .filter(i -> !of("10.0." + i / 256 + "." + i % 256).isEmpty())
                .count();
        assertEquals(Recent.PAIRS, kept);
        assertThat(of("10.0.0.99")).isEmpty();
        assertThat(of("10.0.0.100")).isEqualTo("t");
    }

    private void see(String address, char what) {
        now = now.plusSeconds(1);
        see(address, what, now);
    }

    private void see(String address, char what, Instant at) {
        recent.keep(new Observation(pair(address), verdict(what), RESOLVER, at, Duration.ZERO, String.valueOf(what)));
    }

    private static Verdict verdict(char what) {
        Verdict.Hit hit = new Verdict.Hit("127.0.0.2", LIST.codes().getFirst());
        return switch (what) {
            case 'l' -> new Verdict.Listed(List.of(hit), "", Duration.ZERO);
            case 'c' -> new Verdict.NotListed(Duration.ZERO);
            case 'r' -> new Verdict.Refused(hit);
            default -> new Verdict.Failed(Verdict.Cause.TIMEOUT);
        };
    }

    private String of(String address) {
        return recent.of(pair(address)).stream().map(Observation::raw).collect(Collectors.joining());
    }

    private static Pair pair(String address) {
        return new Pair(IpAddress.parse(address), LIST.id());
    }
}
