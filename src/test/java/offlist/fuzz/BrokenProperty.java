package offlist.fuzz;

/** The program did with a packet what it must never do. */
final class BrokenProperty extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenProperty(String message) {
        super(message);
    }
}
