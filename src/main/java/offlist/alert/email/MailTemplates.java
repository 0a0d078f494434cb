package offlist.alert.email;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The two bodies of a mail. Everything that is put into the HTML one is escaped. Threads may share it. */
final class MailTemplates {
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    private static final Template PLAIN = parse("mail.txt", Variant.TEXT_PLAIN);
    private static final Template HTML = parse("mail.html", Variant.TEXT_HTML);

    private MailTemplates() {}

    static String plain(MailView view) {
        return PLAIN.data("view", view).render();
    }

    static String html(MailView view) {
        return HTML.data("view", view).render();
    }

    private static Template parse(String name, String contentType) {
        String path = "/templates/alert/" + name;
        try (InputStream in = Objects.requireNonNull(MailTemplates.class.getResourceAsStream(path), path)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ENGINE.parse(text, Variant.forContentType(contentType), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
