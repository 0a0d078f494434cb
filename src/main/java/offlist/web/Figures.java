package offlist.web;

import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private Figures() {}

    /** With a comma between the thousands. */
    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
