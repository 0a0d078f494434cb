package offlist.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words by which the constants of an enum are written in files: kebab-case. */
public final class Labels {

    private Labels() {}

    /** The word for one constant, such as {@code self-service} for {@code SELF_SERVICE}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All words of an enum, in its order. */
    public static <E extends Enum<E>> List<String> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Labels::of).toList();
    }

    /** The constant a word stands for. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String label) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(label))
                .findFirst();
    }
}
