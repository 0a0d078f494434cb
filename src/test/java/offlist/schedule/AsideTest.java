package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import offlist.catalogue.ListId;
import org.junit.jupiter.api.Test;

class AsideTest {
    private static final long T0 = 3_000_000 * Allowance.SLOT;

    private static Budget budget(int limit) {
        Terms terms = new Terms("", Double.POSITIVE_INFINITY, Optional.of(new Terms.Quota("op", limit)));
        return new Budgets(Claims.NONE).of(new ListId("bl"), terms, T0);
    }

    @Test
    void whatIsSetAsideIsCountedBeforeItIsAsked() {
        Budget budget = budget(5_000);
        Aside aside = new Aside();
        assertThat(aside.take()).isFalse();
        aside.fill(budget, T0);

        assertThat(budget.used(T0)).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            assertThat(aside.take()).isTrue();
        }
        assertThat(aside.take()).isFalse();

        aside.fill(budget, T0 + 1);
        assertThat(budget.used(T0)).isEqualTo(10);
    }

    @Test
    void whatNobodyWantedIsGivenBackToItsTime() {
        Budget budget = budget(5_000);
        Aside aside = new Aside();
        aside.fill(budget, T0);
        aside.take();
        aside.fill(budget, T0 + Allowance.SLOT);

        assertThat(budget.used(T0 + Allowance.SLOT)).isEqualTo(6);
        long dayAfter = T0 + Allowance.SLOTS * Allowance.SLOT;
        assertThat(budget.used(dayAfter)).isEqualTo(5);
    }

    @Test
    void nothingIsSetAsideWhereNothingIsLeft() {
        Budget budget = budget(100);
        budget.count(95, T0);
        Aside aside = new Aside();
        aside.fill(budget, T0);

        assertThat(aside.take()).isFalse();
    }
}
