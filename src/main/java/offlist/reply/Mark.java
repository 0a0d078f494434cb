package offlist.reply;

import java.util.List;
import offlist.catalogue.ListId;

/**
 * By which words and hosts a list's operator is known in a refusal.
 *
 * @param key the operator's word in the API
 * @param name what the list is called where no zone is printed
 * @param words lower case; matched as whole words
 * @param hosts its web servers and pages, which are shown by the name
 * @param lists the lists of the catalogue it points to
 * @param general the operator rather than one of its lists: left out where one of these is named as well
 * @param closed it does not exist any more: who names it asks in vain
 * @param links where to look up and to ask for removal
 */
record Mark(
        String key,
        String name,
        Kind kind,
        List<String> words,
        List<String> hosts,
        List<ListId> lists,
        boolean general,
        boolean closed,
        List<String> links,
        List<String> contacts) {

    /** What is listed there. */
    enum Kind {
        ADDRESS,
        DOMAIN,
        /** Where an address is, which nobody can be taken off. */
        COUNTRY
    }

    Mark {
        words = List.copyOf(words);
        hosts = List.copyOf(hosts);
        lists = List.copyOf(lists);
        links = List.copyOf(links);
        contacts = List.copyOf(contacts);
    }
}
