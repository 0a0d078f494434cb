package offlist.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ListsDocTest {

    private static final Path DOCUMENT = Path.of("docs/lists.md");
    private static final String UPDATE = "offlist.update";

    @Test
    void theDocumentSaysWhatTheCatalogueSays() throws IOException {
        String wanted = new ListsDocument(CatalogueReader.shipped()).write();
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, wanted);
        }
        String there = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
        assertEquals(
                wanted,
                there,
                DOCUMENT + " is stale, write it anew with: ./mvnw -Dtest=ListsDocTest -Dofflist.update=true test");
    }
}
