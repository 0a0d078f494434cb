package offlist.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import offlist.testing.Sample;
import offlist.testing.SampleBoard;

/** A registry with everything in it, as the daemon has it, and what a scrape of it says. */
final class Scraped {
    final PrometheusRegistry registry = new PrometheusRegistry();
    final Meters meters = new Meters(registry, "0.1.0");
    final SampleBoard board = new SampleBoard();
    final SampleReadings readings = new SampleReadings();

    Scraped() {
        registry.register(new ListingCollector(board::now, () -> readings, meters));
        meters.asked(Sample.selection().asked().stream().map(list -> list.id()).toList(), readings.pools());
        meters.tells("ops");
    }

    String text() {
        return new String(
                new Exposition(registry::scrape).scrape("text/plain", "").body().toByteArray(), StandardCharsets.UTF_8);
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
}
