package offlist.schedule;

/**
 * What a question to a list is for. What waits least is kept most room: turns stop while there is still room for looks,
 * looks while a person may still ask, and test points, without which no answer is believed, have the whole allowance.
 */
public enum Spend {
    /** What is asked sooner than its turn: the first to stop, so that the turns go on. */
    SOONER(0.85),
    /** A turn of the rotor, hurried or not. */
    TURN(0.90),
    /** Somebody new, a confirming look, a retry. */
    URGENT(0.95),
    /** What a person wants to know. */
    PERSON(0.97),
    /** Test points and what explains their failure. */
    TEST(1);

    private final double share;

    Spend(double share) {
        this.share = share;
    }

    /** Up to which part of a day's allowance, used for whatever, such a question may still be asked. */
    double share() {
        return share;
    }

    /** What a question in this lane is for. */
    static Spend of(Why why) {
        return switch (why) {
            case SOONER -> SOONER;
            case TURN -> TURN;
            case JOINED, CONFIRM, RETRY -> URGENT;
            case REQUESTED -> PERSON;
        };
    }
}
