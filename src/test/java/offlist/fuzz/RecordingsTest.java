package offlist.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

class RecordingsTest {
    /** Servers may learn to say it otherwise: then this says what changed, and {@code ./offlist bench record} keeps it. */
    @Test
    void theServersOfThisMachineStillAnswerAsRecorded() {
        try (Recorder recorder = new Recorder()) {
            assertThat(meanings(recorder.record())).isEqualTo(meanings(Recordings.all()));
        }
    }

    @Test
    void everyKindOfAnswerIsThere() {
        String all = String.join("\n", meanings(Recordings.all()).values());
        assertThat(all)
                .contains("NOERROR [127.0.0.2]", "NOERROR [127.0.0.2, 127.0.0.4, 127.0.0.9]", "NOERROR []", "NXDOMAIN")
                .contains("REFUSED", "SERVFAIL", "truncated", "[127.0.0.3]", "[127.0.1.2]")
                .contains("[10.2.0.192.bl.example., 127.0.0.2]", Recording.KEY);
    }

    private static Map<String, String> meanings(List<Recording> recordings) {
        return recordings.stream()
                .collect(Collectors.toMap(
                        Recording::file, recording -> meaning(recording.bytes()), (a, b) -> a, TreeMap::new));
    }

    /** Without ids, order, times to live and what a resolver adds. */
    private static String meaning(byte[] packet) {
        try {
            Message message = new Message(packet);
            TreeSet<String> answers = message.getSection(Section.ANSWER).stream()
                    .map(Record::rdataToString)
                    .collect(Collectors.toCollection(TreeSet::new));
            String cut = message.getHeader().getFlag(Flags.TC) ? " truncated" : "";
            return Rcode.string(message.getRcode()) + " " + answers + cut;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
