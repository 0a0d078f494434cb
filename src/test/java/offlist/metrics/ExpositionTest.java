package offlist.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import offlist.metrics.Exposition.Scrape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpositionTest {
    private final Exposition exposition = new Exposition(new Scraped().registry::scrape);

    @Test
    void withoutWishesItIsText() {
        Scrape scrape = exposition.scrape("", "");
        assertThat(scrape.contentType()).startsWith("text/plain; version=0.0.4");
        assertThat(scrape.gzip()).isFalse();
    }

    @Test
    void openMetricsIsNegotiatedAndEnds() {
        Scrape scrape = exposition.scrape("application/openmetrics-text;version=1.0.0,text/plain;q=0.5", "");
        assertThat(scrape.contentType()).startsWith("application/openmetrics-text");
        assertThat(new String(scrape.body().toByteArray(), StandardCharsets.UTF_8))
                .contains("# UNIT offlist_check_seconds seconds")
                .endsWith("# EOF\n");
    }

    @Test
    void gzipHoldsTheSameText() {
        Scrape scrape = exposition.scrape("", "gzip");
        assertThat(Scraped.unzip(scrape.body().toByteArray())).contains("offlist_build_info{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "deflate, gzip;q=0.5 | true",
                "GZIP | true",
                "gzip;q=0 | false",
                "br | false",
                "identity | false"
            })
    void gzipIsSentToThoseWhoTakeIt(String acceptEncoding, boolean sent) {
        assertThat(exposition.scrape("", acceptEncoding).gzip()).isEqualTo(sent);
    }
}
