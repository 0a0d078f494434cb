package offlist.web;

/** A request that cannot be answered; carries what is wrong with it. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem.Kind kind, String detail) {
        super(detail);
        this.problem = Problem.of(kind, detail);
    }

    Problem problem() {
        return problem;
    }
}
