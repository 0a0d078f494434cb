package offlist.local;

/** Understands the lines of a file, one after the other. */
interface ZoneLines {
    /**
     * Takes a line, one character a byte, without space around it.
     *
     * @return what is wrong with it; empty for nothing
     */
    String line(String line);
}
