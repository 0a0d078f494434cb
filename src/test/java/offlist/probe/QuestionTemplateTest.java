package offlist.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import offlist.catalogue.Zone;
import offlist.dns.Answer;
import offlist.dns.HotPath;
import offlist.dns.HotReplies;
import offlist.dns.HotRoute;
import offlist.dns.QuestionTemplate;
import offlist.pool.IpAddress;
import offlist.testing.FakeDns;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

/** The questions of the hot path are those of the long way. */
class QuestionTemplateTest {
    @Test
    void whatIsAskedIsTheNameOfTheLongWay() throws IOException {
        Random random = new Random(3);
        List<String> zones = List.of("bl.example.org", "x", "a-b_c.1.example.net");
        try (HotPath hot = HotPath.open();
                FakeDns dns = FakeDns.start()) {
            for (String text : zones) {
                Zone zone = Zone.of(text);
                int[] told = {0};
                HotRoute route = hot.route(
                        dns.id(),
                        new QuestionTemplate(QueryName.of(zone).orElseThrow(), Type.A),
                        Duration.ofSeconds(5),
                        100,
                        new Counting(told));
                List<String> wanted = new CopyOnWriteArrayList<>();
                for (int i = 0; i < 40; i++) {
                    IpAddress address = i % 2 == 0
                            ? IpAddress.v4(random.nextInt())
                            : IpAddress.v6(random.nextLong(), random.nextLong());
                    wanted.add(QueryName.of(zone, address).orElseThrow().name().toString());
                    hot.ask(route, address.v6(), i, address.high(), address.low());
                    while (told[0] <= i) {
                        hot.poll(10);
                    }
                }

                assertThat(dns.asked().questions().stream()
                                .map(question -> question.name().toString().toLowerCase(java.util.Locale.ROOT))
                                .toList())
                        .containsAll(wanted);
            }
        }
    }

    private record Counting(int[] told) implements HotReplies {
        @Override
        public boolean noSuchName(int slot, long took) {
            told[0]++;
            return true;
        }

        @Override
        public void other(int slot, long high, long low, long took, byte[] reply) {
            told[0]++;
        }

        @Override
        public void again(int slot, long high, long low, long took) {
            told[0]++;
        }

        @Override
        public void lost(int slot, long high, long low, long took, Answer.Cause cause) {
            told[0]++;
        }
    }
}
