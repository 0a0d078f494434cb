package offlist.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MutatorTest {
    private static final List<byte[]> PACKETS =
            Recordings.all().stream().map(Recording::bytes).toList();

    @Test
    void breaksMostOfWhatItGetsAndNeverTheOriginal() {
        Mutator mutator = new Mutator(new Random(5), PACKETS);
        int changed = 0;
        int readable = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] packet = PACKETS.get(i % PACKETS.size());
            byte[] before = packet.clone();
            byte[] after = mutator.mutated(packet);
            assertThat(packet).isEqualTo(before);
            assertThat(after.length).isLessThan(65_536);
            changed += Arrays.equals(before, after) ? 0 : 1;
            readable += SimplePacket.read(after).isPresent() ? 1 : 0;
        }
        assertThat(changed).isGreaterThan(1_500);
        // What nobody can read never gets far.
        assertThat(readable).isBetween(300, 1_700);
    }
}
