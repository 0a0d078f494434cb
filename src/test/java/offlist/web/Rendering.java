package offlist.web;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Renders the pages' templates without the framework, escaping as it does. */
final class Rendering {
    private static final List<String> TAGS =
            List.of("when", "severity", "listings", "history", "steps", "name", "asked");

    private final Engine engine;

    Rendering() {
        var builder = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(id -> Optional.of(new Page(id)));
        TAGS.forEach(tag -> builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tags/" + tag)));
        this.engine = builder.build();
    }

    String page(String template, Object page) {
        return Objects.requireNonNull(engine.getTemplate("web/" + template))
                .data("page", page)
                .render();
    }

    private record Page(String id) implements TemplateLocator.TemplateLocation {
        @Override
        public Reader read() {
            var in = Rendering.class.getResourceAsStream("/templates/" + id + ".html");
            return new InputStreamReader(Objects.requireNonNull(in, id), StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
