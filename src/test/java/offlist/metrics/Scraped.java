package offlist.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import offlist.catalogue.ListId;
import offlist.catalogue.Selection;
import offlist.pool.PoolName;
import offlist.testing.Sample;
import offlist.testing.SampleBoard;

/** A registry with everything in it, as the daemon has it, and what a scrape of it says. */
final class Scraped {
    final PrometheusRegistry registry = new PrometheusRegistry();
    final Meters meters = new Meters(registry, "0.1.0");
    final SampleBoard board = new SampleBoard();
    final SampleReadings readings = new SampleReadings();

    Scraped() {
        registry.register(new ListingCollector(board, readings, meters));
        meters.asked(Sample.selection().asked().stream().map(list -> list.id()).toList(), readings.pools());
        meters.tells("ops", List.of("slack"), List.of("delivered", "retried", "given_up"));
    }

    String text() {
        return new String(
                new Exposition(registry).scrape("text/plain", "").body().toByteArray(), StandardCharsets.UTF_8);
    }

    List<String> lines(String start) {
        return text().lines().filter(line -> line.startsWith(start)).toList();
    }

    static String unzip(byte[] body) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the other stages would say. */
    static final class SampleReadings implements Readings {
        boolean locked;

        @Override
        public List<PoolName> pools() {
            return List.of(Sample.TRANSACTIONAL, Sample.MARKETING, new PoolName("empty"));
        }

        @Override
        public Selection selection() {
            return Sample.selection();
        }

        @Override
        public List<TaskCount> tasks() {
            if (locked) {
                throw new IllegalStateException("the database is locked");
            }
            return List.of(
                    new TaskCount(new ListId("spamcop"), "open", 2), new TaskCount(new ListId("spamcop"), "done", 0));
        }

        @Override
        public List<Owed> owed() {
            return List.of(
                    new Owed("ops", 2, Optional.of(Duration.ofSeconds(90))),
                    new Owed("postmaster", 0, Optional.empty()));
        }

        @Override
        public List<SourceState> sources() {
            return List.of(new SourceState(Sample.TRANSACTIONAL, "spf example.com", false));
        }

        @Override
        public Reload reload() {
            return new Reload(true, Sample.ago(5));
        }
    }
}
