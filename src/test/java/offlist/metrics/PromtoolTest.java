package offlist.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import offlist.testing.Promtool;
import org.junit.jupiter.api.Test;

class PromtoolTest {
    @Test
    void promtoolHasNoComplaint() {
        assertThat(Promtool.complaints(new Scraped().text())).isEmpty();
    }
}
