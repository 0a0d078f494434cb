package offlist.config;

import java.util.List;
import java.util.Optional;
import offlist.catalogue.KnownResolvers;
import offlist.catalogue.ListChoice;
import offlist.dns.ResolverId;
import offlist.yaml.Problems;
import offlist.yaml.YamlText;

/** Reads the addresses of resolvers, of all lists and of single ones. */
final class ResolverTexts {
    private ResolverTexts() {}

    static List<ResolverId> read(List<YamlText> texts, Problems problems) {
        return texts.stream()
                .flatMap(text -> resolver(text, problems).stream())
                .distinct()
                .toList();
    }

    private static String publicly(String operator) {
        return " is a public resolver (" + operator
                + "): many lists refuse it or answer it wrongly; use one of your own";
    }

    static void check(ListChoice choice, Problems problems) {
        choice.override().values().forEach(settings -> read(settings.resolvers(), problems));
        choice.custom().forEach(custom -> read(custom.settings().resolvers(), problems));
    }

    private static Optional<ResolverId> resolver(YamlText text, Problems problems) {
        Optional<ResolverId> resolver = ResolverId.parse(text.value());
        if (resolver.isEmpty()) {
            problems.add(
                    text, text.describe() + " is not the address of a resolver, such as `127.0.0.1:53` or `[::1]:53`");
        }
        resolver.flatMap(id -> KnownResolvers.operator(id.address()))
                .ifPresent(operator -> problems.warn(text, text.describe() + publicly(operator)));
        return resolver;
    }
}
