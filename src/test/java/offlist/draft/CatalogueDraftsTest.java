package offlist.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.RemovalMethod;
import offlist.catalogue.ReturnCode;
import offlist.pool.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list and every code that means a listing leads to a request somebody could send. */
class CatalogueDraftsTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

    static Stream<Arguments> codes() {
        return CATALOGUE.lists().stream()
                .flatMap(list -> list.codes().stream()
                        .filter(code -> code.effect() == Effect.LISTED)
                        .map(code -> arguments(list, code)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void whatIsSaidIsFilledIn(DnsList list, ReturnCode code) {
        targets(list).forEach(target -> {
            Draft draft = DraftSamples.drafts(CATALOGUE).of(DraftSamples.explained(list, code, target));

            assertThat(draft.missing()).isEmpty();
            assertThat(draft.subject()).hasSizeLessThan(120).contains(target.text());
            assertThat(draft.body())
                    .contains(target.text(), DraftSamples.CAUSE, DraftSamples.FIX, "Example Ltd", "abuse@example.com")
                    .doesNotContain("MISSING", "{", "}", "null", "NOT_FOUND", "Optional", "\n\n\n")
                    .doesNotContainPattern("(?m)[ \\t]$")
                    .doesNotContainPattern("(?m)^[A-Z][a-z ]+: *$(?!\\n\\S)");
            draft.page().ifPresent(page -> {
                assertThat(page.getScheme()).startsWith("http");
                assertThat(page.getHost()).contains(".");
                assertThat(page.toString()).doesNotContain("{", "}", "%7B", "%7D");
            });
            draft.mailTo().ifPresent(mail -> assertThat(mail).matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"));
            assertThat(draft.fields())
                    .allSatisfy(field -> assertThat(field.value()).isNotBlank());
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void whatIsNotSaidIsAGap(DnsList list, ReturnCode code) {
        targets(list).forEach(target -> {
            Draft draft = DraftSamples.drafts(CATALOGUE).of(DraftSamples.unexplained(list, code, target));

            assertThat(draft.missing()).containsExactly("cause", "fix");
            assertThat(draft.body().split(">>> MISSING: ", -1)).hasSize(3);
            assertThat(draft.fields()).noneMatch(field -> field.value().contains("MISSING"));
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void mailGoesOnlyWhereTheCatalogueSaysSo(DnsList list, ReturnCode code) {
        Optional<String> mail = DraftSamples.drafts(CATALOGUE)
                .of(DraftSamples.explained(list, code, targets(list).toList().getFirst()))
                .mailTo();
        boolean byMail = CATALOGUE.removal(list, code).methods().contains(RemovalMethod.EMAIL);
        assertThat(mail).isEqualTo(byMail ? CATALOGUE.removal(list, code).email() : Optional.empty());
    }

    private static Stream<Target> targets(DnsList list) {
        return List.copyOf(list.kinds()).stream()
                .map(kind -> switch (kind) {
                    case IPV4 -> "192.0.2.10";
                    case IPV6 -> "2001:db8::25";
                    case DOMAIN -> "mail.example.com";
                })
                .map(Target::parse);
    }
}
