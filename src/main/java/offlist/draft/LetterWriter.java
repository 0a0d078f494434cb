package offlist.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import offlist.alert.SafeText;
import offlist.alert.Times;
import offlist.delist.Dossier;
import offlist.delist.RemovalSettings;
import offlist.delist.RemovalTask;
import offlist.pool.IpAddress;
import offlist.ready.Check;
import offlist.ready.Finding;
import offlist.ready.Result;
import offlist.track.ListedCode;

/** Gathers what a request can say truthfully. */
final class LetterWriter {
    static final String ORGANISATION = "organisation";
    static final String CONTACT = "contact";
    static final String CAUSE = "cause";
    static final String FIX = "fix";

    private static final String GAP = ">>> MISSING: ";
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_SAID = 2_000;
    private static final int MOST_CODES = 8;
    private static final int MOST_EVIDENCE = 10;
    /** What says something to a list's operator. */
    private static final Set<Check> TELLING = EnumSet.of(
            Check.PTR,
            Check.FORWARD_CONFIRMED,
            Check.NAME_NOT_GENERIC,
            Check.HELO,
            Check.SPF,
            Check.ABUSE_CONTACT,
            Check.OPEN_RELAY);

    private final RemovalTask task;
    private final Ways ways;
    private final RemovalSettings settings;
    private final Dossier dossier;

    LetterWriter(RemovalTask task, Ways ways, RemovalSettings settings) {
        this.task = task;
        this.ways = ways;
        this.settings = settings;
        this.dossier = task.dossier();
    }

    static boolean gap(String text) {
        return text.startsWith(GAP);
    }

    private static String said(String text, String wanted) {
        String words = SafeText.line(text, LONGEST_SAID);
        return words.isEmpty() || gap(words) ? GAP + wanted + " <<<" : words;
    }

    Letter letter() {
        String address = task.target().text();
        List<String> evidence = evidence();
        return new Letter(
                address,
                !(task.target() instanceof IpAddress),
                task.covers().isPresent(),
                subject(),
                listName(),
                said(settings.organisation().orElse(""), "who you are (`removal.organisation` in the configuration)"),
                reverseName(),
                codes(),
                Times.utc(task.openedAt()),
                SafeText.line(dossier.text(), LONGEST_TEXT),
                said(dossier.cause(), "what was wrong"),
                said(dossier.fix(), "what was done about it, and when"),
                evidence.isEmpty() ? "" : dossier.lookedAt().map(Times::utc).orElse(""),
                evidence,
                before(),
                said(
                        settings.contact().orElse(""),
                        "a mail address for answers (`removal.contact` in the configuration)"));
    }

    List<String> missing() {
        List<String> missing = new ArrayList<>();
        Letter letter = letter();
        check(missing, CAUSE, letter.cause());
        check(missing, FIX, letter.fix());
        check(missing, ORGANISATION, letter.sender());
        check(missing, CONTACT, letter.contact());
        return missing;
    }

    private static void check(List<String> missing, String name, String text) {
        if (gap(text)) {
            missing.add(name);
        }
    }

    private String subject() {
        return task.covers().map(this::range).orElseGet(() -> task.target().text());
    }

    /** The words for networks that have no range are the catalogue's scopes. */
    private String range(String covers) {
        return switch (covers) {
            case "asn" -> "the network (AS) of " + task.target().text();
            case "country" -> "the networks of the country of " + task.target().text();
            default -> SafeText.line(covers, LONGEST_WORD);
        };
    }

    private String listName() {
        String all = Stream.concat(Stream.of(ways.name()), ways.components().stream())
                .distinct()
                .reduce((list, part) -> list + (list.contains(" (") ? ", " : " (") + part)
                .orElse("");
        return SafeText.line(all.contains(" (") && !all.endsWith(")") ? all + ")" : all, LONGEST_WORD);
    }

    private List<String> codes() {
        return dossier.codes().stream()
                .limit(MOST_CODES)
                .map(LetterWriter::code)
                .toList();
    }

    private static String code(ListedCode code) {
        String meaning = SafeText.line(code.meaning(), LONGEST_WORD);
        return SafeText.line(code.answer(), LONGEST_WORD) + (meaning.isEmpty() ? "" : " (" + meaning + ")");
    }

    private Stream<Finding> good() {
        return dossier.findings().stream().filter(finding -> finding.result() == Result.GOOD);
    }

    private String reverseName() {
        return good().filter(finding -> finding.check() == Check.FORWARD_CONFIRMED)
                .map(finding -> SafeText.line(finding.about(), LONGEST_WORD))
                .findFirst()
                .orElse("");
    }

    private List<String> evidence() {
        return good().filter(finding -> TELLING.contains(finding.check()))
                .limit(MOST_EVIDENCE)
                .map(finding -> SafeText.line(finding.evidence(), LONGEST_TEXT))
                .toList();
    }

    private String before() {
        Optional<Instant> asked = dossier.lastRequest().map(last -> last.at());
        String reference = dossier.lastRequest()
                .map(last -> SafeText.line(last.reference(), LONGEST_WORD))
                .filter(text -> !text.isEmpty())
                .map(text -> ", reference " + text)
                .orElse("");
        return asked.map(at -> Times.utc(at) + reference).orElse("");
    }
}
