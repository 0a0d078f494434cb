package offlist.reply;

import java.util.List;
import offlist.catalogue.ListId;

/**
 * A list found in a text.
 *
 * @param key the operator's word
 * @param shown the zone as printed, else the list's name
 * @param known which lists of the catalogue it can be
 * @param closed whether it does not exist any more
 * @param found as what it stood there
 */
record Named(
        String key,
        String shown,
        Mark.Kind kind,
        List<ListId> known,
        boolean general,
        boolean closed,
        As found,
        List<String> links,
        List<String> contacts,
        int from,
        int to) {
    /** How a list can stand in a text. */
    enum As {
        ZONE,
        /** Its web server, or a page of it. */
        PAGE,
        WORD
    }

    Named {
        known = List.copyOf(known);
        links = List.copyOf(links);
        contacts = List.copyOf(contacts);
    }

    boolean page() {
        return found == As.PAGE;
    }

    boolean zone() {
        return found == As.ZONE;
    }

    /** Whether something stood there that is nothing but this list. */
    boolean strong() {
        return found != As.WORD;
    }

    /** The same under a zone or word. */
    Named named(As how, String name) {
        return new Named(key, name, kind, known, general, closed, how, links, contacts, from, to);
    }

    /** The same, when its domain stands in a link: that is a page of it. */
    Named linked() {
        return found == As.WORD
                ? new Named(key, shown, kind, known, general, closed, As.PAGE, links, contacts, from, to)
                : this;
    }

    Named at(int start, int end) {
        return new Named(key, shown, kind, known, general, closed, found, links, contacts, start, end);
    }

    /** Whether it stands inside the place. */
    boolean within(int start, int end) {
        return from >= start && to <= end;
    }
}
