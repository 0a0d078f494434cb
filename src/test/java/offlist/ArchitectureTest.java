package offlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("offlist");

    private static final JavaClasses CROOKED = new ClassFileImporter().importPackages("offlist.crooked");

    @TestFactory
    Stream<DynamicTest> theProgramKeepsTheSentence() {
        return new ArchitectureRules("offlist")
                .all().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PROGRAM)));
    }

    @Test
    void theProgramIsSeen() {
        assertThat(PROGRAM.contain("offlist.app.Main")).isTrue();
        assertThat(PROGRAM.contain("offlist.ArchitectureTest")).isFalse();
    }

    /** Each sentence is broken by one type of the tree beside this one; a rule that passes there holds nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Package dns imports nothing of ours",
                "Package feed imports of ours only",
                "Nobody imports web",
                "Every package has its place",
                "Packages have no cycles",
                "dnsjava",
                "Micrometer",
                "YAML",
                "JDBC (java.sql",
                "Quarkus, CDI",
                "Every package has a package-info"
            })
    void aBrokenSentenceIsFound(String sentence) {
        ArchRule rule = new ArchitectureRules("offlist.crooked")
                .all().stream()
                        .filter(r -> r.getDescription().startsWith(sentence))
                        .findFirst()
                        .orElseThrow();

        assertThat(rule.evaluate(CROOKED).hasViolation()).isTrue();
    }

    @Test
    void theMessageNamesTheSentenceAndTheType() {
        ArchRule rule = new ArchitectureRules("offlist.crooked")
                .all().stream()
                        .filter(r -> r.getDescription().startsWith("Package dns"))
                        .findFirst()
                        .orElseThrow();

        assertThat(rule.evaluate(CROOKED).getFailureReport().toString())
                .contains("Package dns imports nothing of ours", "offlist.crooked.dns.ReachesForward");
    }
}
