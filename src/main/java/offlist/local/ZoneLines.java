package offlist.local;

/** Understands the lines of a file, one after the other. */
interface ZoneLines {
    /**
     * Takes a line, one character a byte, without space around it.
     *
     * @return what is wrong with it; empty for nothing
     * @throws Refused when such a line makes the whole file something else than it is taken for
     */
    String line(String line);

    /** Not one line is wrong but the file is another kind of file: nothing of it is believed. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }
}
