package offlist.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import offlist.yaml.Durations;
import offlist.yaml.Labels;

/** Writes {@code docs/lists.md} from the catalogue. */
final class ListsDocument {

    private static final String INTRODUCTION = """
            # The lists

            <!-- Made from src/main/resources/catalogue by ListsDocTest: do not edit by hand. -->

            Every DNS blocklist (RBL, DNSBL) Offlist knows, what a listing means, what its operator allows, and how an
            address comes off again. `./offlist lists` prints the same with your configuration applied, and
            `./offlist lists --verify` asks the test points through your resolvers, `--verify spamcop core` those of some lists or
            profiles, `--verify --all` those of every list that can be asked.

            Which lists are asked is decided by `lists.use`, a list of profiles and ids; without it the profile `core`.
            A profile does not include another one: `use: [core, extended]` asks both.

            - A list that **needs a key** is off until the key stands under `lists.keys`. With the key its public form
              is not asked any more.
            - A list that **wants registration** is off until its id stands under `lists.registered`.
            - A list that is **part of** another one is asked there, not twice, when both are in use.
            - A list marked **unreliable** should be asked only after its test points have passed.
            - A list that is **closed** is not asked, by no name.

            The catalogue can be changed without a release: files of your own add lists, replace entries and withdraw lists, see
            [catalogue files](configuration.md#catalogue-files).

            Severity says what a listing does to a sender: `critical`, `major`, `minor` or `informational`. The interval is
            our proposal, not the operator's; a published limit is never exceeded.

            What holds for the answers of every list: an answer outside 127.0.0.0/8 is never a listing, 127.255.255.0/24 is
            always an error, and 127.0.0.1 is an error unless the list's own table names it (RFC 5782, RFC 6471).

            """;

    private final Catalogue catalogue;
    private final StringBuilder text = new StringBuilder(INTRODUCTION);

    ListsDocument(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String write() {
        for (Profile profile : Profile.values()) {
            profile(profile);
        }
        components();
        codes();
        reasons();
        privateLists();
        closed();
        return text.toString();
    }

    private void profile(Profile profile) {
        List<DnsList> lists = catalogue.profile(profile);
        section("Profile " + profile.label(), about(profile) + " " + lists.size() + " lists.");
        table("List", "Zone", "What", "Asked for", "Severity", "Rules of use", "Removal");
        lists.stream()
                .sorted(Comparator.comparing(DnsList::severity).thenComparing(DnsList::id))
                .forEach(this::list);
        text.append('\n');
    }

    private static String about(Profile profile) {
        return switch (profile) {
            case CORE -> "Asked unless you say otherwise: what large receivers and common filters use.";
            case EXTENDED -> "Used by many, with less effect.";
            case NICHE -> "Small or regional user bases.";
            case OFF -> "Components, variants and doubtful lists. Asked only when named by id.";
        };
    }

    private void list(DnsList list) {
        row(
                "`" + list.id() + "`",
                "`" + list.zone() + "`",
                join(
                        "; ",
                        list.name() + ", " + list.operator(),
                        list.about().severityReason(),
                        type(list),
                        status(list)),
                list.kinds().stream().sorted().map(Kind::label).collect(Collectors.joining(", ")),
                list.severity().label(),
                rules(list),
                removal(list.removal()));
    }

    private static String type(DnsList list) {
        return list.type() == ListType.BLOCK ? "" : list.type().label().replace('-', ' ') + " list";
    }

    private static String status(DnsList list) {
        String unreliable = list.status() == Status.UNRELIABLE ? "**unreliable**" : "";
        return join(": ", unreliable, list.standing().statusNote());
    }

    private static String rules(DnsList list) {
        UsagePolicy usage = list.usage();
        return join(
                "; ",
                list.relations()
                        .keyName()
                        .map(key -> "**needs a key** (`" + key + "`)")
                        .orElse(""),
                list.access() != Access.KEY && usage.registrationRequired() ? "**wants registration**" : "",
                usage.freeLimitPerDay()
                        .map(limit -> String.format(Locale.ROOT, "%,d questions a day", limit))
                        .orElse(""),
                usage.maxRate().map(rate -> "at most " + rate).orElse(""),
                resolvers(usage.publicResolvers()),
                usage.interval()
                        .map(interval -> "every " + Durations.print(interval))
                        .orElse(""),
                related("part of", list.partOf()),
                related("replaces", list.replaces()));
    }

    private static String resolvers(PublicResolvers resolvers) {
        return switch (resolvers) {
            case REFUSED -> "refuses public resolvers";
            case DISCOURAGED -> "not through public resolvers";
            case ALLOWED, UNKNOWN -> "";
        };
    }

    private static String related(String relation, List<ListId> lists) {
        return lists.isEmpty()
                ? ""
                : relation + " " + lists.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    }

    private static String removal(RemovalProcedure removal) {
        return join(
                "; ",
                removal.methods().stream().map(ListsDocument::method).collect(Collectors.joining(", ")),
                removal.removal().map(ListsDocument::link).orElse(""),
                removal.email().orElse(""),
                removal.autoExpiry(),
                removal.typicalTime().isEmpty() ? "" : "usual time: " + removal.typicalTime());
    }

    private static String method(RemovalMethod method) {
        return switch (method) {
            case SEE_SUBLIST -> "see the component";
            case PAID_EXPRESS -> "paid (never needed)";
            case NONE -> "no procedure";
            case UNKNOWN -> "procedure not known";
            default -> method.label().replace('-', ' ');
        };
    }

    private static String link(LinkTemplate link) {
        return link.template().contains("{") ? "`" + link + "`" : "<" + link + ">";
    }

    private void components() {
        section("Components", "Parts of combined lists that a return code names, each with a procedure of its own.");
        table("Component", "Name", "In", "Severity", "Means", "Removal", "Before asking");
        catalogue
                .sublists()
                .forEach(part -> row(
                        "`" + part.id() + "`",
                        part.name(),
                        part.lists().stream().sorted().map(id -> "`" + id + "`").collect(Collectors.joining(", ")),
                        part.severity().label(),
                        part.meaning(),
                        removal(part.removal()),
                        String.join("; ", part.removal().preconditions())));
        text.append('\n');
    }

    private void codes() {
        section("Return codes", "The first row that matches an answer counts; of bits, all that are set.");
        table("List", "Code", "Effect", "Reason", "Meaning");
        catalogue
                .lists()
                .forEach(list -> list.codes()
                        .forEach(code -> row(
                                "`" + list.id() + "`",
                                code.label(),
                                code.effect().label(),
                                code.reason(),
                                code.meaning())));
        text.append('\n');
    }

    private void reasons() {
        section("Reasons", "The same words for all lists: in metrics, in routes, in removal drafts.");
        table("Reason", "Means", "What a sender does");
        catalogue.reasons().forEach(reason -> row("`" + reason.key() + "`", reason.means(), reason.senderAction()));
        text.append('\n');
    }

    private void privateLists() {
        section(
                "Private reputations",
                "Receivers and filter vendors with a judgement of their own and no public zone. They are seen in bounces.");
        table("Id", "Whose", "Severity", "What", "Removal");
        catalogue
                .privateLists()
                .forEach(list -> row(
                        "`" + list.id() + "`",
                        list.name() + ", " + list.operator(),
                        list.severity().label(),
                        list.what(),
                        join(
                                "; ",
                                list.methods().stream()
                                        .map(ListsDocument::method)
                                        .collect(Collectors.joining(", ")),
                                list.removal().map(ListsDocument::link).orElse(""),
                                list.email().orElse(""),
                                list.typicalTime().isEmpty() ? "" : "usual time: " + list.typicalTime())));
        text.append('\n');
    }

    private void closed() {
        section("Closed lists", "Configuring one of these is refused, with the words of this table.");
        closedTable(
                catalogue.closed().stream().filter(list -> !unresolved(list)).toList());
        section("Zones of unknown state", "Still carried by checking tools; configuring one of these gives a warning.");
        closedTable(
                catalogue.closed().stream().filter(ListsDocument::unresolved).toList());
    }

    private void closedTable(List<ClosedList> lists) {
        table("List", "Zones", "What it was", "State", "Risk of false listings", "Notes");
        lists.forEach(list -> row(
                "`" + list.id() + "`",
                list.zones().stream().map(zone -> "`" + zone + "`").collect(Collectors.joining(", ")),
                join(", ", list.what(), list.operator()),
                list.closure(),
                Labels.of(list.falseListingRisk()),
                list.notes()));
        text.append('\n');
    }

    private static boolean unresolved(ClosedList list) {
        return list.ended() == ClosedList.Ended.UNRESOLVED;
    }

    private void section(String title, String words) {
        text.append("## ").append(title).append("\n\n").append(words).append("\n\n");
    }

    private void table(String... columns) {
        text.append("| ").append(String.join(" | ", columns)).append(" |\n");
        text.append("|---".repeat(columns.length)).append("|\n");
    }

    private void row(String... cells) {
        for (String cell : cells) {
            text.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        text.append("|\n");
    }

    private static String join(String separator, String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(separator));
    }
}
