package offlist.bench;

import java.util.Optional;

/**
 * One number that was measured.
 *
 * @param value not a number when it could not be measured; the note says why
 */
public record Figure(String part, String what, double value, String unit, Optional<Target> target, String note) {

    static Figure of(String part, String what, double value, String unit) {
        return new Figure(part, what, value, unit, Optional.empty(), "");
    }

    Figure wanted(Target wanted) {
        return new Figure(part, what, value, unit, Optional.of(wanted), note);
    }

    Figure noted(String text) {
        return new Figure(part, what, value, unit, target, text);
    }

    /** Empty without a target. */
    Optional<Boolean> met() {
        return target.map(wanted -> wanted.met(value));
    }
}
