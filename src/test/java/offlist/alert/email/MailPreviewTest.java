package offlist.alert.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import offlist.alert.Gallery;
import offlist.alert.Message;
import org.junit.jupiter.api.Test;

/** Leaves a page of each mail under {@code target/preview}, to be looked at in a browser. */
class MailPreviewTest {
    private static final Path FOLDER = Path.of("target", "preview");

    @Test
    void everyMailCanBeLookedAt() throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, Message> each : Gallery.all().entrySet()) {
            String html = MailTemplates.html(MailViews.of(each.getValue()));
            Files.writeString(FOLDER.resolve("mail-" + each.getKey().replace(' ', '-') + ".html"), html);
            assertThat(html).contains("</html>").doesNotContain("<b>bold</b>");
        }
    }
}
