package offlist.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import offlist.pool.IpAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class DemoListsTest {
    private static final String V6_LISTED = "2.0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20);
    private static final String V6_NOT_LISTED = "1.0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20);
    private static final IpAddress ADDRESS = IpAddress.parse("192.0.2.14");
    private static final Cause TRAP = DemoList.SPAM.causes().getFirst();
    private static final Cause SNOWSHOE = DemoList.SPAM.causes().get(1);

    private volatile Scene scene = Scene.after(List.of());
    private DemoLists lists;

    @BeforeEach
    void start() throws IOException {
        lists = DemoLists.start(() -> scene);
    }

    @AfterEach
    void stop() {
        lists.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyListHasTheTestPointsOfRfc5782(DemoList list) throws IOException {
        for (String listed : List.of("2.0.0.127", V6_LISTED)) {
            assertThat(codes(ask(listed + "." + list.zone(), Type.A)))
                    .containsExactly(list.causes().getFirst().code());
            assertThat(ask(listed + "." + list.zone(), Type.TXT).getSection(Section.ANSWER))
                    .hasSize(1);
        }
        for (String clean : List.of("1.0.0.127", V6_NOT_LISTED)) {
            assertThat(ask(clean + "." + list.zone(), Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAddressThatIsNotListedDoesNotExistAndTheZoneSaysSo(boolean tcp) throws IOException {
        Message answer = ask("14.2.0.192.spam.demo.offlist.test", Type.A, tcp);

        assertThat(answer.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answer.getSection(Section.AUTHORITY).getFirst().getType()).isEqualTo(Type.SOA);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aListedAddressHasItsCodesAndTextsWithALink(boolean tcp) throws IOException {
        scene = Scene.after(List.of(lists(TRAP), lists(SNOWSHOE)));

        assertThat(codes(ask("14.2.0.192.spam.demo.offlist.test", Type.A, tcp)))
                .containsExactly("127.0.0.2", "127.0.0.3");
        assertThat(texts(ask("14.2.0.192.spam.demo.offlist.test", Type.TXT, tcp)))
                .contains("192.0.2.14 listed: spam trap hit; see https://spam.demo.offlist.test/lookup?ip=192.0.2.14");
        assertThat(ask("14.2.0.192.exploits.demo.offlist.test", Type.A).getRcode())
                .isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void aDelistedAddressIsGone() throws IOException {
        scene = Scene.after(List.of(lists(TRAP), new Turn.Delists(DemoList.SPAM, List.of(ADDRESS))));

        assertThat(ask("14.2.0.192.spam.demo.offlist.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void anIpv6AddressIsFoundByItsNibbles() throws IOException {
        IpAddress address = IpAddress.parse("2001:db8::3");
        scene = Scene.after(List.of(new Turn.Lists(DemoList.SPAM, List.of(address), TRAP)));
        String nibbles = "3" + ".0".repeat(23) + ".8.b.d.0.1.0.0.2";

        assertThat(codes(ask(nibbles + ".spam.demo.offlist.test", Type.A))).containsExactly("127.0.0.2");
        assertThat(texts(ask(nibbles + ".spam.demo.offlist.test", Type.TXT))).contains("ip=2001%3Adb8%3A%3A3");
    }

    @Test
    void aListThatRefusesSaysSoToEverything() throws IOException {
        scene = Scene.after(List.of(new Turn.Refuses(DemoList.QUOTA)));

        for (String name : List.of("14.2.0.192", "2.0.0.127", "1.0.0.127", V6_LISTED)) {
            assertThat(codes(ask(name + ".quota.demo.offlist.test", Type.A))).containsExactly("127.255.255.254");
        }
        assertThat(texts(ask("14.2.0.192.quota.demo.offlist.test", Type.TXT))).contains("quota exceeded");
        assertThat(ask("14.2.0.192.spam.demo.offlist.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void aMadListListsEverythingWithItsNegativeTestPoints() throws IOException {
        scene = Scene.after(List.of(new Turn.GoesMad(DemoList.MAD)));

        for (String name : List.of("14.2.0.192", "2.0.0.127", "1.0.0.127", V6_NOT_LISTED)) {
            assertThat(codes(ask(name + ".mad.demo.offlist.test", Type.A))).containsExactly("127.0.0.2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mad.demo.offlist.test, NOERROR",
        "0.192.mad.demo.offlist.test, NOERROR",
        "f.f.mad.demo.offlist.test, NOERROR",
        "www.mad.demo.offlist.test, NXDOMAIN",
        "256.2.0.192.mad.demo.offlist.test, NXDOMAIN",
        "5.14.2.0.192.mad.demo.offlist.test, NXDOMAIN",
        "014.2.0.192.mad.demo.offlist.test, NXDOMAIN",
        "demo.offlist.test, REFUSED",
        "2.0.0.127.bl.example.com, REFUSED"
    })
    void namesThatAreNoAddresses(String name, String rcode) throws IOException {
        scene = Scene.after(List.of(new Turn.GoesMad(DemoList.MAD)));

        Message answer = ask(name, Type.A);

        assertThat(Rcode.string(answer.getRcode())).isEqualTo(rcode);
        assertThat(answer.getSection(Section.ANSWER)).isEmpty();
    }

    @Test
    void theLettersOfTheQuestionComeBackAsTheyWereWritten() throws IOException {
        Message answer = ask("2.0.0.127.SpAm.dEmO.oFfLiSt.TeSt", Type.A);

        assertThat(answer.getQuestion().getName()).hasToString("2.0.0.127.SpAm.dEmO.oFfLiSt.TeSt.");
        assertThat(codes(answer)).containsExactly("127.0.0.2");
    }

    @Test
    void otherTypesHaveNoRecordsAndTheZoneHasItsSoa() throws IOException {
        assertThat(ask("2.0.0.127.spam.demo.offlist.test", Type.MX).getSection(Section.ANSWER))
                .isEmpty();
        assertThat(ask("2.0.0.127.spam.demo.offlist.test", Type.MX).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(ask("spam.demo.offlist.test", Type.SOA).getSection(Section.ANSWER))
                .hasSize(1);
    }

    @Test
    void otherOperationsAreNotImplemented() throws IOException {
        Message notify = question("spam.demo.offlist.test", Type.SOA);
        notify.getHeader().setOpcode(Opcode.NOTIFY);

        assertThat(client(false).send(notify).getRcode()).isEqualTo(Rcode.NOTIMP);
    }

    @Test
    void garbageIsNoReasonToStop() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress loopback = InetAddress.getByName("127.0.0.1");
            for (byte[] rubbish : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[600])) {
                socket.send(new DatagramPacket(rubbish, rubbish.length, loopback, lists.port()));
            }
        }

        assertThat(codes(ask("2.0.0.127.spam.demo.offlist.test", Type.A))).containsExactly("127.0.0.2");
    }

    @Test
    void nobodyAnswersAfterTheEnd() {
        lists.close();

        assertThatThrownBy(() -> ask("2.0.0.127.spam.demo.offlist.test", Type.A, true))
                .isInstanceOf(IOException.class);
    }

    private static Turn lists(Cause cause) {
        return new Turn.Lists(DemoList.SPAM, List.of(ADDRESS), cause);
    }

    private Message ask(String name, int type) throws IOException {
        return ask(name, type, false);
    }

    private Message ask(String name, int type, boolean tcp) throws IOException {
        return client(tcp).send(question(name, type));
    }

    private static Message question(String name, int type) {
        return Message.newQuery(Record.newRecord(Name.fromConstantString(name + "."), type, DClass.IN));
    }

    private SimpleResolver client(boolean tcp) throws IOException {
        SimpleResolver resolver = new SimpleResolver("127.0.0.1");
        resolver.setPort(lists.port());
        resolver.setTCP(tcp);
        resolver.setTimeout(Duration.ofSeconds(5));
        return resolver;
    }

    private static List<String> codes(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .map(Record::rdataToString)
                .toList();
    }

    private static String texts(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .map(record -> String.join("", ((TXTRecord) record).getStrings()))
                .collect(Collectors.joining("\n"));
    }
}
