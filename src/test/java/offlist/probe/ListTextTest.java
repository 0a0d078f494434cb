package offlist.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import offlist.catalogue.Zone;
import offlist.dns.Answer;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class ListTextTest {
    private static final Zone ZONE = Zone.of("{key}.bl.test").withKey(Secret.of("s3cr3tkey"));
    private static final Name NAME = Name.fromConstantString("a.bl.test.");

    /** One TXT record with these strings. */
    private static Record record(byte[]... strings) {
        java.io.ByteArrayOutputStream wire = new java.io.ByteArrayOutputStream();
        for (byte[] string : strings) {
            wire.write(string.length);
            wire.writeBytes(string);
        }
        return Record.newRecord(NAME, Type.TXT, DClass.IN, 60, wire.toByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Record... records) {
        return ListText.of(new Answer.Records(List.of(records), Duration.ZERO, false), ZONE);
    }

    private static String text(String text) {
        return text(record(utf8(text)));
    }

    @Test
    void theStringsOfARecordAreOneText() {
        assertThat(text(record(utf8("https://example.com/?ip="), utf8("192.0.2.10"))))
                .isEqualTo("https://example.com/?ip=192.0.2.10");
    }

    @Test
    void aCharacterMayBeSplitBetweenStrings() {
        byte[] u = utf8("ü");
        assertThat(text(record(new byte[] {u[0]}, new byte[] {u[1]}))).isEqualTo("ü");
    }

    @Test
    void severalRecordsAreSortedSoThatTheirOrderIsNoChange() {
        assertThat(text(record(utf8("b")), record(utf8("a")), record(utf8("b"))))
                .isEqualTo("a | b");
    }

    @Test
    void controlCharactersAndThoseThatTurnALineAreRemoved() {
        assertThat(text("a\u0007\u001b[31mb\u202ec\u200bd\ufeffe\u0000")).isEqualTo("a[31mbcde");
        assertThat(text(" a\r\nb\tc\u2028d ")).isEqualTo("a  b c d");
    }

    @Test
    void wrongBytesAreReplaced() {
        assertThat(text(record(new byte[] {'a', (byte) 0xff, 'b'}))).isEqualTo("a\ufffdb");
    }

    @Test
    void aLongTextIsCut() {
        List<byte[]> strings = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            strings.add(utf8("x".repeat(200)));
        }
        assertThat(text(record(strings.toArray(byte[][]::new)))).hasSize(500).endsWith("x…");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        String text = text(record(utf8("x".repeat(250)), utf8("x".repeat(248)), utf8("😀😀")));
        assertThat(text).hasSize(499).endsWith("x…");
    }

    @Test
    void theKeyIsHiddenWhereverItStands() {
        assertThat(text("seen under 10.2.0.192.S3CR3TKEY.bl.test")).doesNotContainIgnoringCase("s3cr3tkey");
        assertThat(text("s3cr\u00003tkey")).doesNotContain("s3cr3tkey");
    }

    @Test
    void aKeyOnTheCutIsHiddenToo() {
        assertThat(text(record(utf8("x".repeat(250)), utf8("x".repeat(245)), utf8("s3cr3tkey and more"))))
                .doesNotContain("s3c");
    }

    @Test
    void noRecordsNoText() {
        assertThat(ListText.of(new Answer.Failed(Answer.Cause.TIMEOUT), ZONE)).isEmpty();
        assertThat(ListText.of(new Answer.NoSuchName(Duration.ZERO), ZONE)).isEmpty();
    }
}
