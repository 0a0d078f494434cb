package offlist.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What other programs and the kernel print is read right. */
class ReadingsTest {

    @Test
    void dnsperfsSummaryIsRead() {
        Dnsperf read = Dnsperf.read(new Tool(0, """
                DNS Performance Testing Tool
                Version 2.10.0

                Statistics:

                  Queries sent:         655360
                  Queries completed:    655078 (99.96%)
                  Queries lost:         282 (0.04%)

                  Response codes:       NXDOMAIN 655078 (100.00%)
                  Run time (s):         4.391536
                  Queries per second:   149168.309220
                """, 6.55078));

        assertThat(read.completed()).isEqualTo(655_078);
        assertThat(read.lost()).isEqualTo(282);
        assertThat(read.rate()).isCloseTo(149_168.309220, within(0.001));
        assertThat(read.microsPerQuery()).isCloseTo(10, within(1e-9));
    }

    @Test
    void aDnsperfThatFailsIsAFailureAndNotZero() {
        assertThatThrownBy(() -> Dnsperf.read(new Tool(1, "unable to open file", 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unable to open file");
    }

    @Test
    void theProcessorTimeOfAShellsChildrenIsItsLastLine() {
        assertThat(Tool.childrenSeconds("noise\n0m0.01s 0m0.02s\n1m2.50s 0m3.25s\n"))
                .isCloseTo(65.75, within(1e-9));
        assertThat(Tool.childrenSeconds("0m0.001s 0m0.002s\n0m0.307s 0m3.704s\n"))
                .isCloseTo(4.011, within(1e-9));
        assertThat(Tool.childrenSeconds("no such line")).isNaN();
    }

    @Test
    void theNameOfAProgramMayHoldWhatEndsIt() {
        String stat = "42 (a) b (c) S 1 42 42 0 -1 4194304 500 0 0 0 1234 66 0 0 20 0 30 0 5 1 1";

        assertThat(Proc.cpuSeconds(stat)).isCloseTo(13.0, within(1e-9));
    }

    @Test
    void memoryIsInMegabytesAndWhatIsNotThereIsNoNumber() {
        String status = "Name:\tjava\nVmHWM:\t  262144 kB\nVmRSS:\t  131072 kB\n";

        assertThat(Proc.megabytes(status, "VmRSS")).isEqualTo(128);
        assertThat(Proc.megabytes(status, "VmHWM")).isEqualTo(256);
        assertThat(Proc.megabytes(status, "VmSwap")).isNaN();
    }

    @Test
    void dropsAreThoseOfThePortAlone() {
        String table = """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
                 9091: 0100007F:1517 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 3103007 2 0000000069 1222
                 9092: 0100007F:1518 0100007F:1517 07 00000000:00000000 00:00000000 00000000     0        0 3103008 2 0000000069 7
                """;

        assertThat(Proc.drops(table, 0x1517)).isEqualTo(1_222);
        assertThat(Proc.drops(table, 0x1519)).isZero();
    }

    @Test
    void theListServersCountIsThatOfAllZonesInItsNewestLine() {
        String counters = """
                1795379000 a.example:1:0:1:40:40 *:1:0:1:40:40
                1795379001 a.example:3:1:2:90:95 b.example:2:0:2:60:66 *:5:1:4:150:161
                """;

        assertThat(ListServer.counted(counters)).isEqualTo(5);
        assertThat(ListServer.counted("")).isNegative();
    }

    @Test
    void theProcessorIsNamed() {
        assertThat(Machine.first("processor\t: 0\nmodel name\t: AMD EPYC\n", "model name\\s*: (.*)"))
                .isEqualTo("AMD EPYC");
        assertThat(Machine.first("nothing", "model name\\s*: (.*)")).isEqualTo("unknown");
    }
}
