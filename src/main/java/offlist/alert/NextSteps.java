package offlist.alert;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.probe.Health;
import offlist.track.CloseReason;
import offlist.track.Listing;
import offlist.track.ResolverState;
import offlist.track.Trouble;
import offlist.yaml.Capital;

/** What a reader does now, in a few plain sentences. */
public final class NextSteps {
    /** What stands below the steps. */
    public static final String NOTE =
            "The removal task of each listing has every step; it closes itself when the list confirms that it is gone.";

    /** What it means that there is news of several resolvers. */
    public static final String OF_RESOLVERS =
            "What is wrong with each stands below. Nothing opens or closes by a resolver that cannot be believed; lists"
                    + " with another resolver are asked through that.";

    private static final String RETIRED = "Nothing to do: it is not asked any more.";

    private NextSteps() {}

    /** One thing to do and where. */
    public record Step(String text, Optional<URI> link) {}

    /** For one listing, the look-up page first; at least one. */
    public static List<Step> of(Item.OnList item) {
        return switch (item.change()) {
            case CLOSED -> List.of(plain(over(item.listing())));
            case OPENED, CHANGED, STILL -> {
                List<Step> steps = forSeveral(item);
                item.facts().lookup().ifPresent(page -> steps.addFirst(lookUp(item.listing(), page)));
                yield steps;
            }
        };
    }

    private static Step lookUp(Listing listing, URI page) {
        return new Step("See what the list has on " + listing.target().text(), Optional.of(page));
    }

    /** For several listings of which this is the worst. */
    public static List<Step> ofWorst(Item.OnList item) {
        return item.change() == Item.Change.CLOSED ? of(item) : forSeveral(item);
    }

    /** What somebody does about a trouble whose own sentences do not say it. */
    static List<String> of(Trouble.Kind kind) {
        return kind == Trouble.Kind.REMOVAL_TASK
                ? List.of(
                        "Look in the task whether the cause is gone, then ask the list again if it may be asked, and note there"
                                + " what it says.")
                : List.of();
    }

    /** What it means for a list to be in a state; of one that is not verified people hear only when it was dropped. */
    public static String ofList(Health.State state) {
        return switch (state) {
            case HEALTHY -> "Nothing to do: its answers count again.";
            case UNVERIFIED -> RETIRED;
            case REFUSING, LISTS_EVERYTHING, LISTS_NOTHING, UNREACHABLE ->
                "Its answers do not count until it is healthy again: no listing opens or closes by them.";
        };
    }

    /** What it means for a resolver to be as it is. */
    public static String ofResolver(Item.ResolverState item) {
        return item.retired() ? RETIRED : ofResolver(item.known());
    }

    private static String ofResolver(ResolverState state) {
        return switch (state) {
            case HEALTHY -> "Nothing to do: its answers count again.";
            case UNVERIFIED -> "What it says may not count until it is healthy again.";
            case PUBLIC, FILTERS ->
                "Its answers for the lists named here do not count until that is mended; for the others they do.";
            case UNREACHABLE, REWRITES_NXDOMAIN, STRIPS_LOOPBACK ->
                "Nothing it says counts until it is healthy again: no listing opens or closes by it. Lists with another"
                        + " resolver are asked through that.";
        };
    }

    private static List<Step> forSeveral(Item.OnList item) {
        ListFacts facts = item.facts();
        List<Step> steps = new ArrayList<>();
        steps.add(plain(
                facts.action().isEmpty()
                        ? "Find the cause: the codes and what the list says stand below"
                        : "Fix the cause: " + facts.action()));
        facts.before().forEach(text -> steps.add(plain(Capital.of(text))));
        facts.removal()
                .ifPresent(page -> steps.add(new Step("Ask " + facts.name() + " for removal", Optional.of(page))));
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
}
