package offlist.alert;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.track.CloseReason;
import offlist.track.Listing;

/** What a reader does now, in a few plain sentences. */
public final class NextSteps {
    private static final String TASK = "The removal task has every step; it closes itself when the listing has gone";

    private NextSteps() {}

    /** One thing to do and where. */
    public record Step(String text, Optional<URI> link) {}

    /** At least one; one alone means that nothing has to be done. */
    public static List<Step> of(Item.OnList item) {
        return switch (item.change()) {
            case CLOSED -> List.of(plain(over(item.listing())));
            case OPENED, CHANGED, STILL -> todo(item);
        };
    }

    private static List<Step> todo(Item.OnList item) {
        ListFacts facts = item.facts();
        List<Step> steps = new ArrayList<>();
        facts.lookup()
                .ifPresent(page -> steps.add(new Step(
                        "See what the list has on " + item.listing().target().text(), Optional.of(page))));
        steps.add(plain(
                facts.action().isEmpty()
                        ? "Find the cause: the codes and what the list says stand below"
                        : "Fix the cause: " + facts.action()));
        facts.before().forEach(text -> steps.add(plain(capital(text))));
        facts.removal()
                .ifPresent(page -> steps.add(new Step("Ask " + facts.name() + " for removal", Optional.of(page))));
        steps.add(plain(TASK));
        return steps;
    }

    private static String over(Listing listing) {
        Optional<CloseReason> because = listing.closedBecause();
        return switch (because.orElse(CloseReason.DELISTED)) {
            case DELISTED ->
                "Nothing to do: the list has confirmed that the address is off it, and the removal task is closed.";
            case LEFT ->
                "The address left the pool and is not asked about any more; the list may well go on listing it.";
            case LIST_DROPPED -> "The list is not asked any more; whether it still lists the address is not known.";
        };
    }

    private static Step plain(String text) {
        return new Step(text, Optional.empty());
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
