package offlist.track;

/** What is about to open and to close on one list: counted once for all that one test point proves, not for each of them. */
final class Tide {
    private final int open;
    private int openings;
    private int closings;

    /**
     * @param open how many listings are open
     * @param openings how many pairs are suspected of opening one
     * @param closings how many of closing theirs
     */
    Tide(int open, int openings, int closings) {
        this.open = open;
        this.openings = openings;
        this.closings = closings;
    }

    int open() {
        return open;
    }

    /** How many are about to do the same as this one, itself included; the next finds it gone. */
    int take(boolean opens) {
        return opens ? openings-- : closings--;
    }
}
