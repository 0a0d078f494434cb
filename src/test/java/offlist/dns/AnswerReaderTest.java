package offlist.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class AnswerReaderTest {
    private static final Question QUESTION = new Question(Name.fromConstantString("a.bl.test."), Type.A);

    private final Message response = new Message();

    AnswerReaderTest() {
        response.getHeader().setFlag(Flags.QR);
    }

    private void add(int section, String name, int type, long ttl, String value) {
        try {
            Name owner = Name.fromConstantString(name);
            response.addRecord(Record.fromString(owner, type, DClass.IN, ttl, value, Name.root), section);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void answer(String name, int type, long ttl, String value) {
        add(Section.ANSWER, name, type, ttl, value);
    }

    private void soa(String zone, long ttl, long minimum) {
        add(Section.AUTHORITY, zone, Type.SOA, ttl, "ns.test. mail.test. 1 2 3 4 " + minimum);
    }

    private Answer read() {
        return AnswerReader.read(QUESTION, response);
    }

    private static Answer failed(Answer.Cause cause) {
        return new Answer.Failed(cause);
    }

    @Test
    void theShortestTimeToLiveCountsWithTheChain() {
        answer("a.bl.test.", Type.CNAME, 30, "b.test.");
        answer("b.test.", Type.A, 60, "127.0.0.2");
        answer("b.test.", Type.A, 20, "127.0.0.3");
        assertThat(read()).isInstanceOfSatisfying(Answer.Records.class, records -> {
            assertThat(records.ttl()).isEqualTo(Duration.ofSeconds(20));
            assertThat(records.records()).hasSize(2);
        });
    }

    @Test
    void aHugeTimeToLiveIsADay() {
        answer("a.bl.test.", Type.A, 2_000_000_000, "127.0.0.2");
        assertThat(((Answer.Records) read()).ttl()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void recordsOfAnotherNameAreNoAnswer() {
        answer("b.bl.test.", Type.A, 60, "127.0.0.2");
        assertThat(read()).isEqualTo(failed(Answer.Cause.LAME));
    }

    @Test
    void recordsOfAnotherNameBesideTheRightOnesAreLeftOut() {
        answer("b.bl.test.", Type.A, 60, "127.0.0.9");
        answer("A.BL.test.", Type.A, 60, "127.0.0.2");
        assertThat(((Answer.Records) read()).records()).hasSize(1);
    }

    @Test
    void eightLinksAreFollowedAndNoMore() {
        chain(8);
        assertThat(read()).isInstanceOf(Answer.Records.class);
        chain(9);
        assertThat(read()).isEqualTo(failed(Answer.Cause.MALFORMED));
    }

    private void chain(int links) {
        response.removeAllRecords(Section.ANSWER);
        answer("a.bl.test.", Type.CNAME, 60, "l1.test.");
        IntStream.range(1, links).forEach(i -> answer("l" + i + ".test.", Type.CNAME, 60, "l" + (i + 1) + ".test."));
        answer("l" + links + ".test.", Type.A, 60, "127.0.0.2");
    }

    @Test
    void aChainThatIsNotFollowedToItsEndIsLame() {
        answer("a.bl.test.", Type.CNAME, 60, "b.test.");
        assertThat(read()).isEqualTo(failed(Answer.Cause.LAME));
    }

    @Test
    void aChainToANameWithoutRecordsIsNoData() {
        answer("a.bl.test.", Type.CNAME, 10, "b.test.");
        soa("test.", 60, 30);
        assertThat(read()).isEqualTo(new Answer.NoData(Duration.ofSeconds(10)));
    }

    @Test
    void noSuchNameTakesTheSmallerOfSoaAndMinimum() {
        response.getHeader().setRcode(Rcode.NXDOMAIN);
        soa("bl.test.", 40, 3600);
        assertThat(read()).isEqualTo(new Answer.NoSuchName(Duration.ofSeconds(40)));
    }

    @Test
    void theSoaOfAnotherZoneSaysNothing() {
        response.getHeader().setRcode(Rcode.NXDOMAIN);
        soa("other.", 40, 40);
        assertThat(read()).isEqualTo(new Answer.NoSuchName(Duration.ZERO));
    }

    @Test
    void noSuchNameWithRecordsContradictsItself() {
        response.getHeader().setRcode(Rcode.NXDOMAIN);
        answer("a.bl.test.", Type.A, 60, "127.0.0.2");
        assertThat(read()).isEqualTo(failed(Answer.Cause.MALFORMED));
    }

    @Test
    void nameServersWithTheSoaAreNoReferral() {
        add(Section.AUTHORITY, "bl.test.", Type.NS, 60, "ns.test.");
        soa("bl.test.", 60, 60);
        assertThat(read()).isEqualTo(new Answer.NoData(Duration.ofSeconds(60)));
    }

    @Test
    void nameServersFromTheAuthorityAreNoReferral() {
        response.getHeader().setFlag(Flags.AA);
        add(Section.AUTHORITY, "bl.test.", Type.NS, 60, "ns.test.");
        assertThat(read()).isEqualTo(new Answer.NoData(Duration.ZERO));
    }

    @Test
    void anotherOpcodeIsMalformed() {
        response.getHeader().setOpcode(5);
        assertThat(read()).isEqualTo(failed(Answer.Cause.MALFORMED));
    }

    @Test
    void aHeapOfRecordsIsMalformed() {
        for (int i = 0; i < 600; i++) {
            answer("a.bl.test.", Type.A, 60, "127.0." + i / 256 + "." + i % 256);
        }
        assertThat(read()).isEqualTo(failed(Answer.Cause.MALFORMED));
    }
}
