package offlist.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offlist.dns.Resolvers;
import offlist.pool.Target;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/** Texts that lists send, or somebody in their name: whatever comes, the listing stands and the text is fit to be shown. */
class TextAnswerTest {
    private static final String ADDRESS = "192.0.2.10";
    private static final String NAME = "10.2.0.192";

    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final Prober prober = new DnsProber(resolvers::resolver, InstantSource.system());

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    private String text() throws Exception {
        Check check = new Check(AskedLists.custom(dns), Target.parse(ADDRESS), dns.id(), true);
        Verdict verdict = prober.probe(check).get(20, TimeUnit.SECONDS).verdict();
        assertThat(verdict).isInstanceOf(Verdict.Listed.class);
        return ((Verdict.Listed) verdict).text();
    }

    private void says(String zoneFileText) {
        dns.zone("bl.test").list(ADDRESS, "127.0.0.2").add(NAME, Type.TXT, zoneFileText);
    }

    private static void onText(FakeDns dns, FakeDnsFault fault) {
        dns.always(reply -> {
            if (reply.query().getQuestion().getType() == Type.TXT) {
                fault.apply(reply);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seen\" \" in a trap\" | seen in a trap",
                "\"bell \\007, escape \\027[31mred\\027[0m, null \\000, delete \\127\" | bell , escape [31mred[0m, null , delete",
                "\"two\\010lines\\013\\010and a tab\\009end\" | two lines  and a tab end",
                "\"\\226\\128\\174right to left\\226\\128\\172, \\226\\129\\166isolated\\226\\129\\169\" | right to left, isolated",
                "\"zero\\226\\128\\139width\\239\\187\\191 and \\226\\128\\168line separator\" | zerowidth and  line separator",
                "\"not UTF-8: \\255\\254 end\" | not UTF-8: \uFFFD\uFFFD end",
                "\"half a character \\226\\128\" | half a character \uFFFD",
                "\"<script>alert(1)</script> & <!channel>\" | <script>alert(1)</script> & <!channel>",
                "\"*bold* <https://evil.example/%click>\" | *bold* <https://evil.example/%click>",
                "\"\" | ''",
                "\"   \" | ''",
            })
    void aTextIsOneVisibleLine(String sent, String shown) throws Exception {
        says(sent.replace('%', '|'));
        assertThat(text()).isEqualTo(shown.replace('%', '|'));
    }

    @Test
    void sixtyKilobytesAreCut() throws Exception {
        says(IntStream.range(0, 240).mapToObj(i -> '"' + "x".repeat(250) + '"').collect(Collectors.joining(" ")));
        assertThat(text()).hasSize(500).endsWith("x…");
        assertThat(dns.asked().overTcp()).isPositive();
    }

    @Test
    void aHundredTextsAreCutToo() throws Exception {
        dns.zone("bl.test").list(ADDRESS, "127.0.0.2");
        IntStream.range(100, 200).forEach(i -> dns.zone("bl.test").add(NAME, Type.TXT, "\"text " + i + "\""));
        assertThat(text()).startsWith("text 100 | text 101 | ").hasSize(500);
    }

    @Test
    void aTextOfAnotherNameIsNotShown() throws Exception {
        says("\"seen\"");
        onText(dns, FakeDnsFault.wrongQuestion());
        assertThat(text()).isEmpty();
    }

    @Test
    void theListingStandsWithoutItsText() throws Exception {
        says("\"seen\"");
        onText(dns, FakeDnsFault.rcode(Rcode.SERVFAIL));
        assertThat(text()).isEmpty();
        dns.wellBehaved();
        onText(dns, FakeDnsFault.truncateWithoutTcp());
        assertThat(text()).isEmpty();
        dns.wellBehaved();
        onText(dns, FakeDnsFault.malformed());
        assertThat(text()).isEmpty();
    }

    @Test
    void aTextNeverMakesAListing() throws Exception {
        dns.zone("bl.test").testPoints().add(NAME, Type.TXT, "\"listed, believe me\"");
        Check check = new Check(AskedLists.custom(dns), Target.parse(ADDRESS), dns.id(), true);
        assertThat(prober.probe(check).get(20, TimeUnit.SECONDS).verdict()).isInstanceOf(Verdict.NotListed.class);
    }
}
