package offlist.draft;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import offlist.catalogue.ListId;

/**
 * The templates under {@code drafts/}: the one of list and reason before the list's, that of the reason before that of its family.
 * Threads may share it.
 */
final class Templates {
    private static final String ROOT = "/drafts/";
    private static final String BASE = "letter";
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .build();
    private static final Properties FAMILIES = families();
    private static final Map<String, Optional<Template>> KNOWN = new ConcurrentHashMap<>();

    static {
        ENGINE.putTemplate(BASE, ENGINE.parse(text(BASE + ".txt").orElseThrow()));
    }

    private Templates() {}

    static String render(ListId list, String reason, Letter letter) {
        Template template = names(list, reason)
                .flatMap(name -> template(name).stream())
                .findFirst()
                .orElseThrow();
        return template.data("it", letter).render();
    }

    private static Stream<String> names(ListId list, String reason) {
        return Stream.of(
                "list/" + list + "/" + reason,
                "list/" + list,
                "reason/" + reason,
                "family/" + FAMILIES.getProperty(reason, "other"));
    }

    private static Optional<Template> template(String name) {
        return KNOWN.computeIfAbsent(
                name, key -> text(key + ".txt").map(text -> ENGINE.parse(text, null, "draft " + key)));
    }

    private static Properties families() {
        Properties families = new Properties();
        try {
            families.load(new StringReader(text("families.properties").orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return families;
    }

    /** A name that could leave the folder finds nothing: ids of lists are from the operator's file too. */
    private static Optional<String> text(String name) {
        if (!name.matches("[a-z0-9/._-]{1,200}") || name.contains("..")) {
            return Optional.empty();
        }
        try (InputStream in = Templates.class.getResourceAsStream(ROOT + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
