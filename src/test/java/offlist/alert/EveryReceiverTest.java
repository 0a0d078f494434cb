package offlist.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new receiver cannot be without the tests that all have. */
class EveryReceiverTest {
    @Test
    void everyNotifierIsHeldToTheContract() {
        List<JavaClass> notifiers = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("offlist.alert").stream()
                        .filter(type -> type.isAssignableTo(Notifier.class) && !type.isInterface())
                        .toList();

        assertThat(notifiers)
                .hasSizeGreaterThan(11)
                .allSatisfy(notifier ->
                        assertThat(Class.forName(notifier.getName() + "Test")).isAssignableTo(HarmlessContract.class));
    }
}
