package offlist.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import offlist.track.Held;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.PairStatus;
import offlist.track.Suspected;

/** What the daemon remembers of a pair, in sentences. */
final class Remembered {
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Instant now;
    private final List<String> words = new ArrayList<>();

    private Remembered(Instant now) {
        this.now = now;
    }

    static List<String> words(PairStatus status, Optional<Held> held, Instant now) {
        Remembered remembered = new Remembered(now);
        remembered.state(status);
        remembered.lastAnswer(status);
        remembered.words.addAll(pending(held, now));
        return List.copyOf(remembered.words);
    }

    /** What is under way and not recorded yet. */
    static List<String> pending(Optional<Held> held, Instant now) {
        Remembered remembered = new Remembered(now);
        held.flatMap(Held::suspicion)
                .ifPresent(
                        suspicion -> remembered.suspicion(suspicion, held.get().looks()));
        held.filter(Held::settling)
                .ifPresent(settling -> remembered.words.add("a transition is being recorded right now"));
        return List.copyOf(remembered.words);
    }

    /** Since when a pair is unknown and what was known last. */
    static List<String> unknown(PairStatus status) {
        List<String> words = new ArrayList<>();
        words.add("unknown"
                + status.since().map(since -> " since " + SHORT.format(since)).orElse(""));
        words.add(status.lastAnswerAt()
                .map(at -> "last answer " + SHORT.format(at) + ": " + lastAnswer(status.listing()))
                .orElse("no answer yet"));
        return words;
    }

    private void state(PairStatus status) {
        Optional<Listing> listing = status.listing();
        if (listing.isPresent()) {
            String codes = String.join(
                    ", ", listing.get().codes().stream().map(ListedCode::answer).toList());
            words.add("listed since " + at(listing.get().openedAt()) + " with " + codes
                    + (listing.get().flapping() ? "; flapping, so it closes only after a time of calm" : ""));
            return;
        }
        words.add(
                switch (status.verdict()) {
                    case "not_listed" -> "not listed";
                    case "unchecked" -> "not checked yet";
                    default ->
                        "unknown"
                                + status.since()
                                        .map(since -> " since " + at(since))
                                        .orElse("");
                });
    }

    private void lastAnswer(PairStatus status) {
        words.add(status.lastAnswerAt()
                .map(answered -> "last answer that tells " + at(answered) + ": " + lastAnswer(status.listing()))
                .orElse("no answer that tells since the daemon started"));
    }

    /** What the last answer that counted said is what is recorded. */
    static String lastAnswer(Optional<Listing> listing) {
        return listing.isPresent() ? "listed" : "not listed";
    }

    private void suspicion(Suspected suspicion, int looks) {
        String says = suspicion
                .codes()
                .map(codes -> "listed with " + String.join(", ", codes))
                .orElse("not listed");
        int seen = Math.min(suspicion.looks(), looks);
        words.add("suspected: " + seen + " of " + looks + " looks " + (seen == 1 ? "says " : "say ") + says
                + ", the last by " + suspicion.by() + " " + at(suspicion.last())
                + (seen == looks ? "; the list's test points have to pass" : ""));
    }

    private String at(Instant at) {
        When when = When.of(at, now);
        return when.full() + " (" + when.ago() + ")";
    }
}
