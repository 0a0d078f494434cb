package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import offlist.delist.RemovalFigures;
import offlist.delist.RemovalFigures.Spread;
import org.junit.jupiter.api.Test;

class DigestRemovalTest {
    private static RemovalFigures figures(long asked, long delisted, long refused, long relisted) {
        Optional<Spread> spread =
                delisted == 0 ? Optional.empty() : Optional.of(new Spread(Duration.ofHours(18), Duration.ofDays(3)));
        return new RemovalFigures(asked, delisted, refused, relisted, Optional.empty(), spread, Optional.empty());
    }

    @Test
    void nothingAskedIsNotSaid() {
        assertThat(DigestText.removal(RemovalFigures.NONE)).isEmpty();
    }

    @Test
    void whatCameOfAskingIsOneLine() {
        assertThat(DigestText.removal(figures(12, 9, 0, 1)))
                .contains("Removal in 30 days: 12 asked, 9 let go, median 18 h; 1 of 9 listed again.");
        assertThat(DigestText.removal(figures(3, 1, 1, 0)))
                .contains("Removal in 30 days: 3 asked, 1 let go, median 18 h, 1 refused; 0 of 1 listed again.");
        assertThat(DigestText.removal(figures(2, 0, 0, 0))).contains("Removal in 30 days: 2 asked, 0 let go.");
    }
}
