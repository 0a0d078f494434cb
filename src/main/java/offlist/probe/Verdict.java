package offlist.probe;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import offlist.catalogue.ReturnCode;

/** What one list said about one target. */
public sealed interface Verdict {
    /**
     * The list answered with codes that mean a listing.
     *
     * @param hits the codes in the order of the answer, at least one
     * @param text the TXT record, cleaned and capped, empty when it was not asked or did not come
     * @param score the number that came with it, where the list gives one
     */
    record Listed(List<Hit> hits, String text, Duration ttl, OptionalInt score) implements Verdict {
        public Listed {
            hits = List.copyOf(hits);
            if (hits.isEmpty()) {
                throw new IllegalArgumentException("a listing has a code");
            }
        }

        /** Codes without a number. */
        public Listed(List<Hit> hits, String text, Duration ttl) {
            this(hits, text, ttl, OptionalInt.empty());
        }

        /** The same with the text that came later. */
        public Listed withText(String other) {
            return new Listed(hits, other, ttl, score);
        }
    }

    /** The list answered that the name does not exist. */
    record NotListed(Duration ttl) implements Verdict {}

    /**
     * The list gave a number and no code that means a listing.
     *
     * @param hits the codes with a number in the order of the answer, at least one
     * @param value the worst of their numbers
     */
    record Scored(List<Hit> hits, int value, Duration ttl) implements Verdict {
        public Scored {
            hits = List.copyOf(hits);
            if (hits.isEmpty()) {
                throw new IllegalArgumentException("a score has a code");
            }
        }
    }

    /** The list will not answer us: blocked resolver, quota, missing key. */
    record Refused(Hit hit) implements Verdict {}

    /** No usable answer. */
    record Failed(Cause cause) implements Verdict {}

    /** One address in an answer and the rule of the catalogue that reads it. */
    record Hit(String answer, ReturnCode code) {}

    /** Why a check has no verdict; values of the metric label {@code cause}. */
    enum Cause {
        TIMEOUT,
        SERVFAIL,
        REFUSED,
        BAD_RCODE,
        TRUNCATED,
        MALFORMED,
        LAME,
        NETWORK,
        /** An answer outside 127.0.0.0/8: parked, wildcard, captive or filtering resolver. */
        OUTSIDE_LOOPBACK,
        /** 127.0.0.1 or 127.255.255.0/24 without a rule of the list, or a code that no rule knows. */
        UNKNOWN_CODE,
        /** NOERROR without records from a list whose positive test point did not answer after it. */
        EMPTY_ANSWER,
        /** An answer of a list whose test points, asked the same way, say that it cannot be believed. */
        NOT_BELIEVED;

        /** What an answer can come to by itself; the rest is what others make of it. */
        public static Stream<Cause> ofAnswers() {
            return Arrays.stream(values()).filter(cause -> cause != NOT_BELIEVED);
        }

        /** The word used in metrics and texts. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The value of the metric label {@code verdict}. */
    default String label() {
        return switch (this) {
            case Listed l -> "listed";
            case NotListed n -> "not_listed";
            case Scored s -> "not_listed";
            case Refused r -> "refused";
            case Failed f -> "failed";
        };
    }

    /** Whether the list said something about the target. */
    default boolean definite() {
        return this instanceof Listed || clean();
    }

    /** Whether the list said that it does not list the target. */
    default boolean clean() {
        return this instanceof NotListed || this instanceof Scored;
    }

    /** The number that the list gave, if any. */
    default OptionalInt score() {
        return switch (this) {
            case Listed listed -> listed.score;
            case Scored scored -> OptionalInt.of(scored.value);
            case NotListed n -> OptionalInt.empty();
            case Refused r -> OptionalInt.empty();
            case Failed f -> OptionalInt.empty();
        };
    }
}
