package offlist.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One DNS blocklist: what to ask, how to read it, what it allows, how to come off it. */
public record DnsList(
        ListId id,
        Zone zone,
        Access access,
        Set<Kind> kinds,
        ListType type,
        Profile profile,
        Severity severity,
        Set<Scope> scopes,
        Style style,
        Relations relations,
        List<ReturnCode> codes,
        UnknownCode unknownCode,
        TestPoints test,
        UsagePolicy usage,
        RemovalProcedure removal,
        About about,
        Standing standing,
        ScoreLevels levels) {

    /** Copies the collections. */
    public DnsList {
        kinds = Set.copyOf(kinds);
        scopes = Set.copyOf(scopes);
        codes = List.copyOf(codes);
    }

    /** A list of the user's own: every answer that can be a listing is one. */
    public static DnsList custom(ListId id, Zone zone) {
        Set<Kind> kinds = Set.of(Kind.IPV4, Kind.IPV6);
        return new DnsList(
                id,
                zone,
                zone.needsKey() ? Access.KEY : Access.OPEN,
                kinds,
                ListType.BLOCK,
                Profile.OFF,
                Severity.MAJOR,
                Set.of(Scope.ADDRESS),
                Style.EXACT,
                Relations.none(),
                List.of(anyListing()),
                UnknownCode.REVIEW,
                TestPoints.rfc5782(List.of(Kind.IPV4, Kind.IPV6)),
                UsagePolicy.unlimited(),
                RemovalProcedure.unknown(),
                new About("", id.value(), "", Optional.empty(), Optional.empty(), List.of()),
                Standing.own(),
                ScoreLevels.none());
    }

    /** What a list of the user's own answers when it says nothing about its codes. */
    static List<ReturnCode> anyAnswer(Style style) {
        return List.of(style == Style.SCORE ? anyScore() : anyListing());
    }

    private static ReturnCode anyScore() {
        CodeSelector any = CodeSelector.OctetPattern.parse("127.*.*.*").orElseThrow();
        Optional<Score> octet = Optional.of(new Score.LastOctet());
        return new ReturnCode(any, Effect.SCORE, "reputation", "the last octet is the score", Optional.empty(), octet);
    }

    static ReturnCode anyListing() {
        CodeSelector any = CodeSelector.OctetPattern.parse("127.*.*.*").orElseThrow();
        return new ReturnCode(any, Effect.LISTED, "listed-unspecified", "listed");
    }

    /**
     * The codes one answer stands for: all bits that are set, or the first row that matches. Empty when the table does
     * not know the answer; then {@link Answers} and {@link #unknownCode} decide.
     */
    public List<ReturnCode> codesFor(int ipv4) {
        List<ReturnCode> matching =
                codes.stream().filter(code -> speaksOf(code, ipv4)).toList();
        Optional<ReturnCode> whole = matching.stream()
                .filter(code -> code.selector() instanceof CodeSelector.OctetPattern)
                .findFirst();
        return whole.map(List::of).orElse(matching);
    }

    /** The first row of the table that matches, the worst news first as errors stand first. */
    public Optional<ReturnCode> codeFor(int ipv4) {
        return codesFor(ipv4).stream().findFirst();
    }

    private static boolean speaksOf(ReturnCode code, int ipv4) {
        if (Answers.outsideLoopback(ipv4) || !code.matches(ipv4)) {
            return false;
        }
        if (Answers.inErrorRange(ipv4)) {
            return code.effect() == Effect.ERROR;
        }
        return !Answers.localhost(ipv4) || code.selector().names(ipv4);
    }

    /** Whether it answers with numbers, and is not only good or bad. */
    public boolean scores() {
        return codes.stream().anyMatch(code -> code.score().isPresent());
    }

    /** What people call the list. */
    public String name() {
        return about.name();
    }

    /** Who runs it. */
    public String operator() {
        return about.operator();
    }

    /** Words in refusals that name this list. */
    public List<String> rejectMarkers() {
        return about.rejectMarkers();
    }

    /** Lists whose content this zone includes. */
    public List<ListId> combines() {
        return relations.combines();
    }

    /** Lists that include this zone. */
    public List<ListId> partOf() {
        return relations.partOf();
    }

    /** Lists that are not asked while this one is. */
    public List<ListId> replaces() {
        return relations.replaces();
    }

    /** Whether it can be relied on. */
    public Status status() {
        return standing.status();
    }

    /** How strong the sources of the entry are. */
    public Confidence confidence() {
        return standing.confidence();
    }

    /** Keys of the index of sources. */
    public List<String> sources() {
        return standing.sources();
    }

    /** The same list with another zone, such as one with a key in it. */
    public DnsList with(Zone otherZone) {
        return copy(otherZone, kinds, severity, style, codes, test, usage, levels);
    }

    /** The same list with another weight. */
    public DnsList with(Severity otherSeverity) {
        return copy(zone, kinds, otherSeverity, style, codes, test, usage, levels);
    }

    /** The same list with other ideas of a good and a poor score. */
    public DnsList with(ScoreLevels otherLevels) {
        return copy(zone, kinds, severity, style, codes, test, usage, otherLevels);
    }

    /** The same list with another code table. */
    public DnsList with(Style otherStyle, List<ReturnCode> otherCodes) {
        return copy(zone, kinds, severity, otherStyle, otherCodes, test, usage, levels);
    }

    /** The same list with other test points. */
    public DnsList with(TestPoints otherTest) {
        return copy(zone, kinds, severity, style, codes, otherTest, usage, levels);
    }

    /** The same list with other rules of use. */
    public DnsList with(UsagePolicy otherUsage) {
        return copy(zone, kinds, severity, style, codes, test, otherUsage, levels);
    }

    /** The same list for other kinds of questions. */
    public DnsList with(Set<Kind> otherKinds) {
        return copy(zone, otherKinds, severity, style, codes, test, usage, levels);
    }

    private DnsList copy(
            Zone zone,
            Set<Kind> kinds,
            Severity severity,
            Style style,
            List<ReturnCode> codes,
            TestPoints test,
            UsagePolicy usage,
            ScoreLevels levels) {
        return new DnsList(
                id,
                zone,
                access,
                kinds,
                type,
                profile,
                severity,
                scopes,
                style,
                relations,
                codes,
                unknownCode,
                test,
                usage,
                removal,
                about,
                standing,
                levels);
    }
}
