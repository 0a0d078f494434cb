package offlist.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Prometheus' own checker, from the Debian package {@code prometheus}. */
public final class Promtool {
    private Promtool() {}

    /** What {@code promtool check metrics} says about a scrape; empty when it is content. */
    public static String complaints(String scrape) {
        try {
            Process process = new ProcessBuilder("promtool", "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().write(scrape.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            return said.isBlank() && status != 0 ? "promtool ended with " + status : said;
        } catch (IOException e) {
            throw new UncheckedIOException("promtool is needed: apt-get install prometheus", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
