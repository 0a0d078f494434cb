package offlist.catalogue;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import offlist.yaml.Problems;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlReader;

/** The resolvers that everybody may use, by their addresses: many lists refuse them. */
public final class KnownResolvers {
    static final String FILE = "public-resolvers.yaml";

    private static final Map<String, String> OPERATORS = read();

    private KnownResolvers() {}

    /** Whose public resolver this address is, written as RFC 5952 says. */
    public static Optional<String> operator(String address) {
        return Optional.ofNullable(OPERATORS.get(address));
    }

    /** All addresses with the operator of each. */
    static Map<String, String> all() {
        return OPERATORS;
    }

    private static Map<String, String> read() {
        Problems problems = new Problems();
        Map<String, String> operators = new HashMap<>();
        YamlReader.read(CatalogueReader.resource(FILE), FILE, problems).ifPresent(file -> {
            file.maps("resolvers").forEach(entry -> add(entry, operators));
            file.done();
        });
        if (!problems.list().isEmpty()) {
            throw new IllegalStateException("the program's list of public resolvers: " + problems.list());
        }
        return Collections.unmodifiableMap(operators);
    }

    private static void add(YamlMap entry, Map<String, String> operators) {
        String operator = entry.text("operator");
        entry.texts("addresses").forEach(address -> operators.put(address, operator));
        entry.text("source");
        entry.done();
    }
}
