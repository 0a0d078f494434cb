package offlist.bounce.hook;

import static offlist.bounce.hook.Services.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import offlist.bounce.hook.HookResult.Once;
import org.junit.jupiter.api.Test;

final class SeenTest {
    private final Seen seen = new Seen();

    private static Once once(String id) {
        return new Once(id, NOW.plusSeconds(60), false);
    }

    @Test
    void theSameIsTakenOnce() {
        assertThat(seen.take("a", once("1"), NOW)).isTrue();
        assertThat(seen.take("a", once("1"), NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void theSameOfAnotherHookIsAnother() {
        seen.take("a", once("1"), NOW);

        assertThat(seen.take("b", once("1"), NOW)).isTrue();
    }

    @Test
    void whatIsTooOldToBeTakenAnywayIsForgotten() {
        seen.take("a", once("1"), NOW);
        seen.take("a", once("2"), NOW.plusSeconds(61));

        assertThat(seen.size()).isEqualTo(1);
    }

    @Test
    void whatWasNotTakenAfterAllMayComeAgain() {
        seen.take("a", once("1"), NOW);
        seen.forget("a", once("1"));

        assertThat(seen.take("a", once("1"), NOW)).isTrue();
    }

    @Test
    void neverMoreAreRemembered() {
        for (int i = 0; i < Seen.MOST + 10; i++) {
            seen.take("a", once(String.valueOf(i)), NOW);
        }

        assertThat(seen.size()).isEqualTo(Seen.MOST);
        assertThat(seen.take("a", once(String.valueOf(Seen.MOST)), NOW)).isFalse();
    }
}
