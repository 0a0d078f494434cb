package offlist.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import offlist.alert.SafeText;
import offlist.catalogue.Catalogue;
import offlist.delist.Actor;
import offlist.delist.RemovalSettings;
import offlist.delist.RemovalTask;
import offlist.draft.Draft.Field;

/** Writes requests. Threads may share it. */
public final class Drafts {
    private static final int LONGEST_SUBJECT = 119;
    private static final String NOT_YET =
            "What was wrong and what was done is not said yet: say it by the action `explain`.";

    private final Supplier<Catalogue> catalogue;
    private final Supplier<RemovalSettings> settings;

    /** @param catalogue as it is now; so are {@code settings} */
    public Drafts(Supplier<Catalogue> catalogue, Supplier<RemovalSettings> settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    public Draft of(RemovalTask task) {
        RemovalSettings now = settings.get();
        Ways ways = new Ways(task, catalogue.get(), now.mail());
        LetterWriter writer = new LetterWriter(task, ways, now);
        Letter letter = writer.letter();
        return new Draft(
                subject(letter),
                body(Templates.render(task.list(), task.reason(), letter)),
                ways.page(),
                ways.mail(),
                writer.missing(),
                notes(task, ways, writer.missing()),
                fields(task, letter));
    }

    private static String subject(Letter letter) {
        return SafeText.line("Removal request: " + letter.subject() + " on " + letter.list(), LONGEST_SUBJECT);
    }

    /** What a template leaves out must leave no hole. */
    private static String body(String rendered) {
        return rendered.replace("\r", "")
                        .replaceAll("[ \\t]+\\n", "\n")
                        .replaceAll("\\n{3,}", "\n\n")
                        .strip() + "\n";
    }

    private static List<String> notes(RemovalTask task, Ways ways, List<String> missing) {
        List<String> notes = new ArrayList<>();
        switch (task.plan().actor()) {
            case NETWORK_OWNER ->
                notes.add(
                        task.covers().isPresent()
                                ? "The entry means more than the address: have it sent by whoever holds all of it."
                                : "Only the owner of the network is heard: have it sent from there.");
            case NOBODY -> notes.add("This list takes no requests: the entry goes with its cause and with time.");
            case OPERATOR -> {}
        }
        if (missing.contains(LetterWriter.CAUSE) || missing.contains(LetterWriter.FIX)) {
            notes.add(NOT_YET);
        }
        if (task.plan().actor() != Actor.NOBODY) {
            ways.preconditions().forEach(text -> notes.add("The list wants this first: " + text));
        }
        return notes;
    }

    private static List<Field> fields(RemovalTask task, Letter letter) {
        List<Field> fields = new ArrayList<>();
        add(fields, letter.domain() ? "domain" : "address", letter.address());
        add(fields, "range", letter.range() ? letter.subject() : "");
        add(fields, "reverse name", letter.reverseName());
        if (!LetterWriter.gap(letter.sender())) {
            add(fields, "organisation", letter.sender());
        }
        if (!LetterWriter.gap(letter.contact())) {
            add(fields, "contact", letter.contact());
        }
        reason(letter).ifPresent(text -> add(fields, "reason", text));
        task.dossier().lastRequest().ifPresent(last -> add(fields, "earlier reference", words(last.reference())));
        return fields;
    }

    private static Optional<String> reason(Letter letter) {
        boolean said = !LetterWriter.gap(letter.cause()) && !LetterWriter.gap(letter.fix());
        return said ? Optional.of(letter.cause() + " " + letter.fix()) : Optional.empty();
    }

    private static String words(String text) {
        return SafeText.line(text, LONGEST_SUBJECT);
    }

    private static void add(List<Field> fields, String name, String value) {
        if (!value.isBlank()) {
            fields.add(new Field(name, value));
        }
    }
}
