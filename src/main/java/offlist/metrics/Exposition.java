package offlist.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Writes what Prometheus scrapes, in the format it asks for: text, OpenMetrics or protobuf, gzip where it takes it. */
final class Exposition {
    private static final int FIRST_GUESS = 64 * 1024;

    private final ExpositionFormats formats = ExpositionFormats.init();
    private final Supplier<MetricSnapshots> metrics;

    Exposition(Supplier<MetricSnapshots> metrics) {
        this.metrics = metrics;
    }

    /** One scrape, ready to be sent. */
    record Scrape(String contentType, boolean gzip, ByteArrayOutputStream body) {}

    Scrape scrape(String accept, String acceptEncoding) {
        ExpositionFormatWriter writer = formats.findWriter(accept);
        boolean gzip = takesGzip(acceptEncoding);
        ByteArrayOutputStream body = new ByteArrayOutputStream(FIRST_GUESS);
        try (OutputStream out = gzip ? new Fast(body) : body) {
            writer.write(out, metrics.get(), EscapingScheme.fromAcceptHeader(accept));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return new Scrape(writer.getContentType(), gzip, body);
    }

    private static boolean takesGzip(String acceptEncoding) {
        for (String each : acceptEncoding.split(",", -1)) {
            String[] parts = each.strip().split(";", 2);
            boolean refused = parts.length == 2 && parts[1].strip().matches("q=0(\\.0*)?");
            if (parts[0].strip().equalsIgnoreCase("gzip")) {
                return !refused;
            }
        }
        return false;
    }

    /** Level 1: a scrape is read once, and the other levels cost more time than they save bytes. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out);
            def.setLevel(java.util.zip.Deflater.BEST_SPEED);
        }
    }
}
