package offlist.app;

import java.util.Optional;
import offlist.catalogue.Catalogue;
import offlist.reply.ReplyReader;
import offlist.reply.RuleBook;
import offlist.reply.RuleReader;

/** The reader of replies for the catalogue in force; it is made anew when that changes, which is rare and takes a moment. */
final class Replies {
    private final RuleBook rules = RuleReader.shipped();
    private volatile Optional<Made> made = Optional.empty();

    private record Made(Catalogue catalogue, ReplyReader reader) {}

    ReplyReader of(Catalogue catalogue) {
        Optional<Made> now = made.filter(each -> each.catalogue() == catalogue);
        if (now.isEmpty()) {
            now = Optional.of(new Made(catalogue, new ReplyReader(rules, catalogue)));
            made = now;
        }
        return now.get().reader();
    }
}
