package offlist.yaml;

import java.util.Optional;

/** Scalars that YAML leaves to the reader. */
final class Values {

    private Values() {}

    static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Integer> integer(String text, int min, int max) {
        if (!text.matches("-?\\d{1,10}")) {
            return Optional.empty();
        }
        long value = Long.parseLong(text);
        return value < min || value > max ? Optional.empty() : Optional.of((int) value);
    }
}
