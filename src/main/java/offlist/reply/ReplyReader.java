package offlist.reply;

import java.util.List;
import java.util.Optional;
import offlist.catalogue.Catalogue;

/** Says what a reply means. Many threads may share one. */
public final class ReplyReader {
    private final RuleBook book;
    private final Catalogue catalogue;
    private final RuleFinder rules;
    private final ListNames names;

    /** A reader with rules that fit the catalogue. */
    public ReplyReader(RuleBook book, Catalogue catalogue) {
        this.book = book;
        this.catalogue = catalogue;
        this.rules = new RuleFinder(book.rules());
        this.names = new ListNames(book.marks(), catalogue);
    }

    /** The meaning; every text has one. */
    public Meaning read(Reply reply) {
        ReplyText text = ReplyText.of(reply.text());
        List<String> here = book.receivers().stream()
                .filter(receiver -> receiver.gave(reply))
                .map(Receiver::key)
                .toList();
        Optional<Match> match = rules.in(text, here);
        List<Named> named = names.in(text.lower());
        Match decided = match.filter(each -> !Unruled.listSaysMore(each, named))
                .orElseGet(() -> Match.of(Unruled.rule(text, named, book)));
        ListsMeant lists = ListsMeant.of(decided, named, names);
        return new Decision(book, catalogue, reply, text, here, decided, lists).meaning();
    }
}
