package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestraintTest {
    private static final long T0 = 1_000_000 * Restraint.CALM;

    private final Restraint restraint = new Restraint();

    @Test
    void eachRoundOfRefusalsHalvesThePace() {
        assertThat(restraint.refused(T0)).isTrue();
        assertThat(restraint.refused(T0 + 1)).isFalse();
        assertThat(restraint.part()).isEqualTo(0.5);

        assertThat(restraint.refused(T0 + Restraint.ROUND)).isTrue();
        assertThat(restraint.part()).isEqualTo(0.25);
    }

    @Test
    void itNeverStopsAltogether() {
        for (int i = 0; i < 50; i++) {
            restraint.refused(T0 + i * Restraint.ROUND);
        }

        assertThat(restraint.part()).isEqualTo(Restraint.LEAST);
    }

    @Test
    void hoursOfCalmBringItBack() {
        restraint.refused(T0);
        assertThat(restraint.passes(true, T0 + Restraint.CALM - 1)).isFalse();
        assertThat(restraint.passes(true, T0 + Restraint.CALM)).isTrue();
        assertThat(restraint.part()).isEqualTo(0.6);
        for (int hour = 2; hour < 10; hour++) {
            restraint.passes(true, T0 + hour * Restraint.CALM);
        }

        assertThat(restraint.part()).isEqualTo(1);
        assertThat(restraint.passes(true, T0 + 20 * Restraint.CALM)).isFalse();
    }

    @Test
    void theCalmOfAListThatIsNotAskedProvesNothing() {
        restraint.refused(T0);
        for (int hour = 1; hour < 10; hour++) {
            restraint.passes(false, T0 + hour * Restraint.CALM);
        }

        assertThat(restraint.part()).isEqualTo(0.5);
    }

    @Test
    void aClockThatIsSetBackNeitherCutsTwiceNorWaitsForever() {
        restraint.refused(T0);
        restraint.passes(true, T0 - 10 * Restraint.CALM);

        assertThat(restraint.passes(true, T0 - 9 * Restraint.CALM)).isTrue();
    }
}
