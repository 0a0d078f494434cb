package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.dns.ResolverId;
import offlist.pool.Pool;
import offlist.testing.Sample;
import offlist.testing.SampleBoard;
import offlist.track.ListStatus;
import offlist.track.Status;
import offlist.track.Suspected;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final SampleBoard board = new SampleBoard();
    private final Sources sources = SampleSetup.sources(board, new SampleChecks());
    private final Pages pages = new Pages(sources);
    private final TaskPages tasks = new TaskPages(sources);
    private final Rendering rendering = new Rendering();

    @Test
    void theStartPageSaysHowThingsStandAndWhatIsListed() {
        String html = start();
        assertThat(html)
                .contains("<h1>4 of 26 addresses are listed</h1>")
                .contains("4 listings: 1 critical, 2 major, 1 minor. 2 lists cannot tell at the moment.")
                .contains("href=\"/addresses/192.0.2.10\"")
                .contains("href=\"/tasks/task-L1\"")
                .contains("refuses us")
                .contains("register the resolver&#39;s address with Barracuda")
                .contains("asked less often than wanted")
                .contains("no answer to any question for 60 minutes")
                .contains("no answer for example.com TXT; the last good answer is used");
    }

    @Test
    void theWorstListingStandsFirst() {
        assertThat(pages.start(true).listings().stream().map(ListingRow::id)).containsExactly("L1", "L3", "L2", "L4");
    }

    @Test
    void listsThatCannotBeBelievedStandFirst() {
        assertThat(pages.start(true).lists().stream().limit(2).map(StartPage.ListRow::id))
                .containsExactly("barracuda-brbl", "uceprotect-1");
    }

    @Test
    void whatAListSaysIsEscapedOnEveryPage() {
        List<String> all = List.of(
                start(),
                rendering.page("address", pages.address("198.51.100.7", true)),
                rendering.page("list", pages.list("spamcop", true)),
                rendering.page("task", tasks.task("task-L2", Optional.empty(), "")));
        assertThat(all)
                .allSatisfy(html -> assertThat(html).doesNotContain("<script").doesNotContain("javascript:"));
        assertThat(start()).contains("&lt;script&gt;alert(&#39;xss&#39;)&lt;/script&gt;");
    }

    @Test
    void anAddressShowsItsListsItsHistoryAndItsTasks() {
        assertThat(rendering.page("address", pages.address("192.0.2.10", true)))
                .contains("Listed on 1 of 5 lists")
                .contains("cannot tell")
                .contains("last look: timeout")
                .contains("unknown since 22 Nov 11:00 UTC, last answer 22 Nov 10:00 UTC: not listed")
                .contains("/api/v1/explain?address=192.0.2.10&list=barracuda-brbl".replace("&", "&amp;"))
                .contains("How to come off Spamhaus ZEN")
                .contains("Stop the stream, find the customer or campaign");
    }

    @Test
    void aListThatCannotTellShowsTheAgeOfItsAnswers() {
        assertThat(rendering.page("list", pages.list("barracuda-brbl", true)))
                .contains("Unknown now: 26 of our addresses. What was known before stays")
                .contains("the oldest of their last answers is 5 h old");
        assertThat(rendering.page("list", pages.list("spamcop", true))).doesNotContain("Unknown now");
    }

    @Test
    void aSuspicionIsShown() {
        board.suspect(new Suspected(
                Optional.of(List.of("127.0.0.2")),
                1,
                Sample.NOW.minusSeconds(60),
                Sample.NOW.minusSeconds(60),
                new ResolverId("127.0.0.1:53")));
        assertThat(rendering.page("address", pages.address("192.0.2.10", true)))
                .contains("suspected: 1 of 2 looks says listed with 127.0.0.2, the last by 127.0.0.1:53 22 Nov 2026"
                        + " 11:59:00 UTC (1 min ago)");
    }

    @Test
    void anAddressThatLeftKeepsItsHistory() {
        assertThat(rendering.page("address", pages.address("192.0.2.99", true)))
                .contains("In no pool any more")
                .contains("left the pool, still listed when last seen");
    }

    @Test
    void anUnknownAddressIsAProblem() {
        assertThatThrownBy(() -> pages.address("192.0.2.200", true))
                .isInstanceOf(ProblemException.class)
                .hasMessage("192.0.2.200 is in no pool and never was listed");
    }

    @Test
    void aListShowsItsCodesItsLimitsAndHowToComeOff() {
        assertThat(rendering.page("list", pages.list("spamcop", true)))
                .contains("SpamCop Blocking List")
                .contains("bl.spamcop.net")
                .contains("recent user reports or spam-trap hits")
                .contains("24 hours after the last report")
                .contains("no limit published")
                .contains("href=\"https://www.spamcop.net/bl.shtml\"");
    }

    @Test
    void largeFiguresHaveACommaBetweenTheThousands() {
        Status now = board.now();
        ListStatus zen = now.lists().getFirst();
        ListStatus busy = new ListStatus(
                zen.list(),
                zen.health(),
                zen.since(),
                zen.wanted(),
                zen.planned(),
                zen.achieved(),
                zen.stretch(),
                0,
                65_536,
                zen.oldestAnswer(),
                zen.checks(),
                new ListStatus.Daily(590_000, 420_480, 300_000, 12_345));
        board.show(new Status(now.at(), now.pool(), now.open(), List.of(busy), now.resolvers()));

        assertThat(rendering.page("list", pages.list("spamhaus-zen", true)))
                .contains(
                        "<dd>420,480, with all that count against the limit of 300,000: 12,345 in the last 24 hours</dd>")
                .contains("<dt>Free questions a day</dt><dd>300,000</dd>")
                .contains("Unknown now: 65,536 of our addresses");
        assertThat(start()).contains("<strong>65,536</strong>");
        assertThat(pages.start(true).frame().count(999)).isEqualTo("999");
    }

    @Test
    void aListThatIsNotAskedSaysWhy() {
        assertThat(rendering.page("list", pages.list("psbl", true))).contains("<strong>Not asked:</strong> skipped.");
    }

    @Test
    void aTaskShowsItsStepsAndWhenTheEntryGoesByItself() {
        assertThat(rendering.page("task", tasks.task("task-L1", Optional.empty(), "")))
                .contains("href=\"https://check.example.org/query/ip/192.0.2.10\"")
                .contains("in 46 h")
                .contains("You can ask the list yourself.")
                .contains("Never pay for a removal");
    }

    @Test
    void aClosedTaskShowsItsProof() {
        assertThat(rendering.page("task", tasks.task("task-L0", Optional.empty(), "")))
                .contains("The list confirmed that the address is not on it any more")
                .contains("T-L0-2");
    }

    @Test
    void anEmptyPoolSaysWhatToDo() {
        board.show(new Status(Sample.NOW, Pool.EMPTY, List.of(), List.of(), List.of()));
        assertThat(start())
                .contains("The pool is empty")
                .contains("No list is in use")
                .contains("No listing is open");
    }

    @Test
    void aPageThatIsHeldDoesNotLoadItself() {
        assertThat(start()).contains("http-equiv=\"refresh\" content=\"30\"");
        assertThat(rendering.page("start", pages.start(false))).doesNotContain("http-equiv=\"refresh\"");
    }

    /** For people who look at the pages in a browser. */
    @Test
    void thePagesCanBeLookedAt() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/pages"));
        Files.writeString(folder.resolve("start.html"), start());
        Files.writeString(folder.resolve("address.html"), rendering.page("address", pages.address("192.0.2.10", true)));
        Files.writeString(folder.resolve("list.html"), rendering.page("list", pages.list("spamcop", true)));
        Files.writeString(folder.resolve("ill.html"), rendering.page("list", pages.list("barracuda-brbl", true)));
        Files.writeString(
                folder.resolve("task.html"), rendering.page("task", tasks.task("task-L1", Optional.empty(), "")));
        board.show(new Status(
                Sample.NOW,
                Sample.pool(),
                List.of(),
                Sample.lists().subList(0, 2),
                Sample.resolvers().subList(0, 1)));
        Files.writeString(folder.resolve("clean.html"), start());
        board.show(new Status(Sample.NOW, Pool.EMPTY, List.of(), List.of(), List.of()));
        Files.writeString(folder.resolve("empty.html"), start());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html"))).hasSizeGreaterThanOrEqualTo(7);
        }
    }

    private String start() {
        return rendering.page("start", pages.start(true));
    }
}
