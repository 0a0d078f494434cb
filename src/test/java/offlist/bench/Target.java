package offlist.bench;

/** What a figure should be. */
public record Target(Bound bound, double value) {
    /** On which side of the value it is good. */
    public enum Bound {
        AT_MOST("<="),
        AT_LEAST(">="),
        EXACTLY("=");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    static Target atMost(double value) {
        return new Target(Bound.AT_MOST, value);
    }

    static Target atLeast(double value) {
        return new Target(Bound.AT_LEAST, value);
    }

    static Target exactly(double value) {
        return new Target(Bound.EXACTLY, value);
    }

    /** What could not be measured is no number, and meets nothing. */
    boolean met(double measured) {
        return switch (bound) {
            case AT_MOST -> measured <= value;
            case AT_LEAST -> measured >= value;
            case EXACTLY -> measured == value;
        };
    }

    String text() {
        return bound.sign + " " + Numbers.print(value);
    }
}
