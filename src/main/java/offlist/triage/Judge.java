package offlist.triage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.reply.NextStep;
import offlist.smtp.MailHost;
import offlist.smtp.MailHosts;
import offlist.triage.ListState.Standing;
import offlist.triage.ServerLook.Outcome;
import offlist.yaml.Capital;

/**
 * Draws the conclusion: whose doing it is, and what to do.
 *
 * <p>What the receiver said comes first, then what the lists say, then how its servers do. Whatever nobody could tell is said to be
 * unclear, never taken for clean.
 */
final class Judge {
    private final Facts facts;

    private Judge(Facts facts) {
        this.facts = facts;
    }

    static Conclusion of(Facts facts) {
        Judge judge = new Judge(facts);
        return judge.closed().or(() -> facts.told().map(judge::said)).orElseGet(judge::unsaid);
    }

    // --- the recipient takes mail from nobody ------------------------------------------------------------------------

    /** What a refusal says counts more than what DNS says now. */
    private Optional<Conclusion> closed() {
        return facts.told().isPresent() ? Optional.empty() : facts.servers().flatMap(this::nowhere);
    }

    private Optional<Conclusion> nowhere(Servers servers) {
        String who = facts.receiver();
        return switch (servers.hosts()) {
            case MailHosts.NoSuchDomain none -> recipient(who + " does not exist: look for a misspelling.");
            case MailHosts.NullMx none -> recipient(who + " says that it takes no mail at all (a null MX, RFC 7505).");
            case MailHosts.Nowhere none -> recipient(who + " has neither MX nor address, so mail for it has no way.");
            case MailHosts.Exchanges exchanges
            when dead(exchanges) ->
                recipient("No mail host of " + who + " has an address: "
                        + exchanges.hosts().stream()
                                .flatMap(host -> host.fault().stream())
                                .map(MailHost.Fault::words)
                                .collect(Collectors.joining(", "))
                        + ".");
            case MailHosts.Exchanges exchanges -> Optional.empty();
            case MailHosts.Itself itself -> Optional.empty();
            case MailHosts.Unknown unknown -> Optional.empty();
        };
    }

    private static boolean dead(MailHosts.Exchanges exchanges) {
        return exchanges.hosts().stream()
                .allMatch(host -> host.fault().filter(MailHost.Fault::certain).isPresent());
    }

    private static Optional<Conclusion> recipient(String sentence) {
        return Optional.of(
                new Conclusion(
                        Whose.RECIPIENT,
                        sentence,
                        List.of(
                                "Nothing for your address: check the recipient's address, or reach the recipient another way.")));
    }

    // --- somebody refused
    // ---------------------------------------------------------------------------------------------

    private Conclusion said(Told told) {
        if (!told.relevant()) {
            return conclusion(
                    Whose.MESSAGE,
                    "The refusal is not about " + facts.address() + ": "
                            + told.refusalClass().words() + ".");
        }
        if (told.receiverFault()) {
            return conclusion(
                    Whose.DISAGREEMENT,
                    "The receiver's own lookups are refused by the list and read as a hit; " + facts.address()
                            + " need not be on it.");
        }
        if (facts.about().address().isEmpty()) {
            return conclusion(
                    Whose.UNCLEAR,
                    "Which of your addresses was refused cannot be told from the text: name it, and ask again.");
        }
        return switch (told.refusalClass()) {
            case PUBLIC_LIST -> byList(told);
            case RDNS_POLICY ->
                conclusion(
                        Whose.SENDER,
                        "The receiver does not like the name of " + facts.address()
                                + " in reverse DNS or the one that your server says HELO with.");
            case RATE_LIMIT ->
                conclusion(
                        Whose.SENDER,
                        facts.receiver() + " says that too much came from " + facts.address()
                                + "; it passes by itself when less is sent.");
            case DOMAIN_LIST ->
                conclusion(
                        Whose.LIST,
                        "A domain or link in the message is listed, not " + facts.address() + ": "
                                + String.join(", ", told.lists()) + ".");
            case PRIVATE_LIST, POLICY, AUTHENTICATION, CONTENT, RECIPIENT, OTHER -> itsOwn();
        };
    }

    private Conclusion byList(Told told) {
        List<ListState> named = facts.named();
        if (named.isEmpty()) {
            return told.known().isEmpty()
                    ? itsOwn()
                    : conclusion(
                            Whose.UNCLEAR,
                            "The receiver goes by " + String.join(", ", told.lists())
                                    + ", which is not asked here: look it up on the list's page.");
        }
        List<ListState> sure = named.stream().filter(ListState::listed).toList();
        if (!sure.isEmpty()) {
            return conclusion(
                    Whose.LIST,
                    names(sure) + " lists " + facts.address() + ", and " + facts.receiver() + " goes by it.");
        }
        if (named.stream().anyMatch(each -> each.standing() == Standing.UNKNOWN)) {
            return conclusion(
                    Whose.UNCLEAR,
                    "The receiver goes by " + names(named) + ", which gives no usable answer now: ask again later.");
        }
        return conclusion(
                Whose.DISAGREEMENT,
                facts.receiver() + " says that " + names(named) + " lists " + facts.address()
                        + ", and the list says that it does not: the receiver has an old copy, its resolver is refused"
                        + " by the list, or the listing has just ended.");
    }

    private Conclusion itsOwn() {
        String more = facts.listed().isEmpty()
                ? " No list that is asked shows it."
                : " It may go by " + names(facts.listed()) + ", where the address is listed: get off there first.";
        return conclusion(
                Whose.RECEIVER, facts.receiver() + " refuses " + facts.address() + " by its own judgement." + more);
    }

    // --- nobody has shown us a refusal -------------------------------------------------------------------------------

    private Conclusion unsaid() {
        if (!facts.listed().isEmpty()) {
            return conclusion(
                    Whose.LIST,
                    facts.address() + " is listed on " + names(facts.listed()) + "; whether " + facts.receiver()
                            + " goes by that, its refusal would say.");
        }
        return calls().or(this::dark).orElseGet(this::nothing);
    }

    private Optional<Conclusion> calls() {
        List<ServerLook> looks = facts.servers().map(Servers::looks).orElse(List.of());
        return looks.stream()
                .filter(look -> look.outcome() == Outcome.REFUSES)
                .findFirst()
                .map(look -> conclusion(
                        Whose.RECEIVER, look.host() + " talks to us and does not want us: " + look.words() + "."))
                .or(() -> silent(looks)
                        ? Optional.of(conclusion(
                                Whose.RECIPIENT,
                                "The mail servers of " + facts.receiver()
                                        + " do not answer from here: they are down, or shut us out without a word."))
                        : Optional.empty());
    }

    private static boolean silent(List<ServerLook> looks) {
        return !looks.isEmpty() && looks.stream().allMatch(look -> look.outcome() == Outcome.SILENT);
    }

    /** What could not be asked is no good news. */
    private Optional<Conclusion> dark() {
        List<ListState> unknown = facts.lists().stream()
                .filter(each -> each.standing() == Standing.UNKNOWN)
                .toList();
        Stream<String> blind = Stream.concat(
                unknown.isEmpty() ? Stream.empty() : Stream.of(names(unknown) + " gave no usable answer"),
                facts.servers().map(Servers::hosts).stream()
                        .filter(MailHosts.Unknown.class::isInstance)
                        .map(hosts -> "where mail for " + facts.receiver() + " goes cannot be told"));
        String words = blind.collect(Collectors.joining("; "));
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(conclusion(
                        Whose.UNCLEAR, "Nothing speaks against " + facts.address() + " so far, but " + words + "."));
    }

    private Conclusion nothing() {
        return conclusion(
                Whose.NOBODY,
                "No list that was asked lists " + facts.address() + ", and nobody's refusal is known"
                        + facts.about().domain().map(domain -> " of " + domain).orElse("")
                        + ". If mail comes back, paste the bounce: the reason stands in it.");
    }

    // --- what to do
    // ---------------------------------------------------------------------------------------------------

    private Conclusion conclusion(Whose whose, String sentence) {
        return new Conclusion(whose, sentence, Steps.of(whose, facts));
    }

    private static String names(List<ListState> lists) {
        return lists.stream().map(ListState::name).collect(Collectors.joining(", "));
    }

    /** What to do, in order. */
    private static final class Steps {
        private Steps() {}

        static List<String> of(Whose whose, Facts facts) {
            return Stream.concat(first(whose, facts), told(whose, facts))
                    .map(Capital::of)
                    .distinct()
                    .toList();
        }

        private static Stream<String> first(Whose whose, Facts facts) {
            return switch (whose) {
                case LIST ->
                    facts.listed().isEmpty()
                            ? Stream.of("find the listed domain or link in the message and have it taken off")
                            : Stream.of("work through the removal task of each list that lists the address");
                case RECEIVER, DISAGREEMENT ->
                    Stream.of("write to the receiver, with the whole reply, the time in UTC and your address: the text"
                            + " below has it all");
                case RECIPIENT -> Stream.of("try again later, or reach the recipient another way");
                case SENDER, MESSAGE -> Stream.of();
                case NOBODY -> Stream.of("paste the message that came back, with its headers");
                case UNCLEAR -> Stream.of("ask again later");
            };
        }

        private static Stream<String> told(Whose whose, Facts facts) {
            Stream<NextStep> steps = facts.told().stream().flatMap(told -> told.next().stream());
            // These are what has just been done.
            return steps.filter(step -> step != NextStep.CHECK_LISTS
                            && step != NextStep.CHECK_RECEIVER
                            && (step != NextStep.NOT_OURS || whose == Whose.MESSAGE))
                    .map(NextStep::words);
        }
    }
}
