package offlist.bounce;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whose mail servers they are, by the end of their names: hosts of one operator share it, whatever domains they serve.
 *
 * <p>A guess that needs no list of public suffixes: two labels, three under a short one of a country, such as {@code co.uk}.
 */
public final class MxGroup {
    private static final int COUNTRY = 2;
    private static final int SHORT = 3;

    private MxGroup() {}

    /** The group of a host name; an address or a bare name is its own. */
    public static String of(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        List<String> labels = Arrays.asList(name.split("\\.", -1));
        int size = labels.size();
        if (size <= 2 || name.indexOf(':') >= 0 || Character.isDigit(name.charAt(name.length() - 1))) {
            return name;
        }
        boolean deep =
                labels.get(size - 1).length() == COUNTRY && labels.get(size - 2).length() <= SHORT;
        return String.join(".", labels.subList(size - (deep ? 3 : 2), size));
    }
}
