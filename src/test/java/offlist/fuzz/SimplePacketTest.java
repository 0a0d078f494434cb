package offlist.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The second reader has to be right where nothing is broken, and to see what is. */
class SimplePacketTest {
    private static byte[] recorded(String file) {
        return Recordings.all().stream()
                .filter(recording -> recording.file().equals(file))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private static List<String> addresses(byte[] packet) {
        return SimplePacket.read(packet)
                .map(read -> read.found(SimplePacket.question(packet), SimplePacket.A))
                .orElseThrow();
    }

    @Test
    void findsTheAddressesOfTheQuestion() {
        assertThat(addresses(recorded("rbldnsd-several-a.bin")))
                .containsExactlyInAnyOrder("7f000002", "7f000004", "7f000009");
        assertThat(addresses(recorded("unbound-clean-a.bin"))).isEmpty();
    }

    @Test
    void followsAliases() {
        assertThat(addresses(recorded("unbound-alias-a.bin"))).containsExactly("7f000002");
    }

    @Test
    void doesNotTakeWhatBelongsToAnotherName() {
        byte[] packet = recorded("rbldnsd-listed-a.bin");
        byte[] asked = packet.clone();
        asked[13] = '9';
        assertThat(SimplePacket.read(packet).map(read -> read.found(SimplePacket.question(asked), SimplePacket.A)))
                .contains(List.of());
    }

    @Test
    void readsTheResponseCode() {
        assertThat(SimplePacket.read(recorded("unbound-servfail-a.bin")).map(SimplePacket::rcode))
                .contains(2);
        assertThat(SimplePacket.read(recorded("rbldnsd-clean-a.bin")).map(SimplePacket::rcode))
                .contains(3);
        assertThat(SimplePacket.read(recorded("unbound-long-txt.bin")).map(SimplePacket::truncated))
                .contains(true);
    }

    @Test
    void whatIsCutOffIsNoMessage() {
        byte[] packet = recorded("rbldnsd-listed-a.bin");
        for (int length = 0; length < packet.length; length++) {
            assertThat(SimplePacket.read(Arrays.copyOf(packet, length))).isEmpty();
        }
    }

    @Test
    void aPointerToItselfIsNoName() {
        byte[] packet = recorded("rbldnsd-listed-a.bin");
        packet[12] = (byte) 0xC0;
        packet[13] = 12;
        assertThat(SimplePacket.read(packet)).isEqualTo(Optional.empty());
    }
}
