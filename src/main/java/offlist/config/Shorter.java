package offlist.config;

import offlist.yaml.Shown;

/** The message of an exception, fit to be shown. */
final class Shorter {
    private static final int LONGEST = 300;

    private Shorter() {}

    static String of(Exception wrong) {
        String message = String.valueOf(wrong.getMessage());
        return message.length() <= LONGEST ? message.replaceAll("\\p{Cntrl}", "?") : Shown.text(message);
    }
}
