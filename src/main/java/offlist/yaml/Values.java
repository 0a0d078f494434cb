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

    /** {@code 20%} and {@code 12.5%} as parts of one. */
    static Optional<Double> share(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,3})?%")) {
            return Optional.empty();
        }
        double share = Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
        return share > 1 ? Optional.empty() : Optional.of(share);
    }
}
