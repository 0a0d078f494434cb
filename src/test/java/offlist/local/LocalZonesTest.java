package offlist.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offlist.catalogue.ListFile;
import offlist.catalogue.ListId;
import offlist.dns.Answer;
import offlist.dns.Question;
import offlist.pool.PoolSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

class LocalZonesTest {
    private static final ListId DROP = new ListId("drop");

    @TempDir
    Path folder;

    private final Map<ListId, Integer> kept = new HashMap<>();
    private LocalZones zones = new LocalZones(sizes());
    private Instant now = Instant.now().plusSeconds(60);
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("drop.txt");
    }

    private ZoneSizes sizes() {
        return new ZoneSizes() {
            @Override
            public int last(ListId list, ListFile file) {
                return kept.getOrDefault(list, 0);
            }

            @Override
            public void keep(ListId list, ListFile file, int size) {
                kept.put(list, size);
            }
        };
    }

    private static String addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "192.0.2." + 2 * i + "\n")
                .collect(Collectors.joining());
    }

    private List<LocalNews> configure() {
        return zones.configure(Map.of(DROP, new ListFile(file, Optional.empty())), now);
    }

    private List<LocalNews> write(String text) throws IOException {
        Files.writeString(file, text);
        now = now.plus(Duration.ofSeconds(10));
        return zones.poll(now);
    }

    private String ask(String name) {
        try {
            Question question = new Question(Name.fromString(name + ".drop.invalid."), Type.A);
            Answer answer = zones.resolver(LocalZones.id(DROP))
                    .ask(question, Duration.ofSeconds(1))
                    .join();
            return answer instanceof Answer.Records records
                    ? records.records().getFirst().rdataToString()
                    : answer.getClass().getSimpleName();
        } catch (org.xbill.DNS.TextParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aChangedFileIsInForce() throws IOException {
        write(addresses(10));
        configure();
        assertEquals("127.0.0.2", ask("0.2.0.192"));
        assertEquals("NoSuchName", ask("1.2.0.192"));
        assertThat(write(addresses(10) + "192.0.2.1\n")).singleElement().satisfies(news -> {
            assertThat(news.renewed()).isTrue();
            assertThat(news.trouble()).isFalse();
        });
        assertEquals("127.0.0.2", ask("1.2.0.192"));
    }

    @Test
    void aFileThatWasNeverThereIsAFailureAndNotClean() throws IOException {
        assertThat(configure())
                .singleElement()
                .satisfies(news -> assertThat(news.words()).contains("no file"));
        assertEquals("Failed", ask("0.2.0.192"));
        write("192.0.2.0\n");
        assertEquals("127.0.0.2", ask("0.2.0.192"));
        assertEquals("", zones.trouble(LocalZones.id(DROP)));
    }

    @Test
    void whatIsBrokenOrGoneLeavesTheOldInForce() throws IOException {
        write(addresses(10));
        configure();
        assertThat(write("<html>\n")).singleElement().satisfies(news -> {
            assertThat(news.trouble()).isTrue();
            assertThat(news.renewed()).isFalse();
            assertThat(news.words()).contains("line 1: `<html>`", "stays in force");
        });
        Files.delete(file);
        zones.poll(now.plusSeconds(10));
        zones.poll(now.plusSeconds(11));
        assertThat(zones.trouble(LocalZones.id(DROP))).contains("there is no file", "stays in force");
        assertEquals("127.0.0.2", ask("0.2.0.192"));
    }

    @Test
    void whatShrinksIsHeldAndThenBelieved() throws IOException {
        write(addresses(10));
        configure();
        write(addresses(4));
        assertThat(zones.trouble(LocalZones.id(DROP))).contains("has 4 ranges after 10");
        assertEquals("127.0.0.2", ask("18.2.0.192"));
        now = now.plus(PoolSettings.DEFAULT_HOLD);
        assertThat(zones.poll(now))
                .singleElement()
                .satisfies(news -> assertThat(news.renewed()).isTrue());
        assertEquals("NoSuchName", ask("18.2.0.192"));
        assertEquals("", zones.trouble(LocalZones.id(DROP)));
    }

    @Test
    void anEmptyFileIsHeldToo() throws IOException {
        write(addresses(3));
        configure();
        write("# nothing\n");
        assertEquals("127.0.0.2", ask("0.2.0.192"));
    }

    @Test
    void whatShrinksBetweenTwoRunsIsHeldAndThenBelieved() throws IOException {
        write(addresses(10));
        configure();
        Files.writeString(file, addresses(4));
        zones = new LocalZones(sizes());
        assertThat(configure()).singleElement().satisfies(news -> {
            assertThat(news.renewed()).isFalse();
            assertThat(news.trouble()).isTrue();
            assertThat(news.words()).contains("has 4 ranges after 10", "and nothing is in force until then");
        });
        assertEquals("Failed", ask("0.2.0.192"));
        assertEquals("Failed", ask("18.2.0.192"));

        now = now.plus(PoolSettings.DEFAULT_HOLD).minusSeconds(1);
        assertThat(zones.poll(now))
                .allSatisfy(news -> assertThat(news.renewed()).isFalse());
        now = now.plusSeconds(1);
        assertThat(zones.poll(now))
                .singleElement()
                .satisfies(news -> assertThat(news.renewed()).isTrue());
        assertEquals("127.0.0.2", ask("0.2.0.192"));
        assertEquals("NoSuchName", ask("18.2.0.192"));
        zones = new LocalZones(sizes());
        assertThat(configure())
                .singleElement()
                .satisfies(news -> assertThat(news.renewed()).isTrue());
    }

    @Test
    void whatIsBrokenAtTheStartAndThenShortIsHeldToo() throws IOException {
        write(addresses(10));
        configure();
        Files.delete(file);
        zones = new LocalZones(sizes());
        configure();
        write(addresses(4));
        assertEquals("Failed", ask("18.2.0.192"));
        write(addresses(9));
        assertEquals("NoSuchName", ask("18.2.0.192"));
    }

    @Test
    void aCommandWithoutAStoreBelievesTheFileThatItFinds() throws IOException {
        write(addresses(10));
        configure();
        Files.writeString(file, addresses(4));
        zones = new LocalZones();
        configure();
        assertEquals("NoSuchName", ask("18.2.0.192"));
    }

    @Test
    void theTestEntryIsThereAsSoonAsAnythingIs() throws IOException {
        write("# nothing\n");
        configure();
        assertEquals("NoSuchName", ask("2.0.0.127"));
        write("192.0.2.1\n");
        assertEquals("127.0.0.2", ask("2.0.0.127"));
        assertEquals("NoSuchName", ask("1.0.0.127"));
        assertEquals("127.0.0.2", ask("2.0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20)));
    }
}
