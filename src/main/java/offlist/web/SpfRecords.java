package offlist.web;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import offlist.pool.DomainName;
import offlist.pool.IpRange;

/**
 * SPF records (RFC 7208) that hold networks and nothing else, for others to include. One record where they fit, else one that
 * includes several.
 *
 * @param lookups how many of the ten DNS look-ups that RFC 7208 section 4.6.4 allows including them takes
 */
record SpfRecords(List<Entry> records, int lookups) {
    /** RFC 7208 section 3.4. */
    static final int MOST_OCTETS = 450;

    /** Of the 512 octets of an answer over UDP, what header, question and the head of the record leave beside the name. */
    private static final int BESIDE_NAME = 512 - 12 - 6 - 12;

    /** RFC 1035 section 3.3. */
    static final int LONGEST_STRING = 255;

    static final int MOST_LOOKUPS = 10;

    private static final String BEGIN = "v=spf1";
    private static final String END = " -all";

    /** @param strings what stands in the record; a reader puts them together without anything between */
    record Entry(String name, List<String> strings) {
        static Entry of(String name, String text) {
            List<String> strings = new ArrayList<>();
            for (int at = 0; at < text.length(); at += LONGEST_STRING) {
                strings.add(text.substring(at, Math.min(text.length(), at + LONGEST_STRING)));
            }
            return new Entry(name, strings);
        }

        /** As a line of a zone file. */
        String line() {
            StringBuilder line = new StringBuilder(name).append(". IN TXT");
            strings.forEach(string -> line.append(" \"").append(string).append('"'));
            return line.toString();
        }

        int octets() {
            return strings.stream().mapToInt(string -> string.length() + 1).sum();
        }
    }

    SpfRecords {
        records = List.copyOf(records);
    }

    /** Nothing when there are more networks than records that may be looked up. */
    static Optional<SpfRecords> of(DomainName name, Iterator<IpRange> networks) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder(BEGIN);
        int most = most("_1." + name.text());
        while (networks.hasNext() && texts.size() < MOST_LOOKUPS) {
            String mechanism = mechanism(networks.next());
            if (octets(text.length() + mechanism.length() + END.length()) > most) {
                texts.add(text + END);
                text = new StringBuilder(BEGIN);
            }
            text.append(mechanism);
        }
        texts.add(text + END);
        return texts.size() == 1
                ? Optional.of(new SpfRecords(List.of(Entry.of(name.text(), texts.getFirst())), 1))
                : chained(name, texts);
    }

    private static Optional<SpfRecords> chained(DomainName name, List<String> texts) {
        List<Entry> parts = new ArrayList<>();
        StringBuilder root = new StringBuilder(BEGIN);
        for (String text : texts) {
            String part = "_" + (parts.size() + 1) + "." + name.text();
            parts.add(Entry.of(part, text));
            root.append(" include:").append(part);
        }
        Entry first = Entry.of(name.text(), root + END);
        parts.addFirst(first);
        return parts.size() <= MOST_LOOKUPS && first.octets() <= most(name.text())
                ? Optional.of(new SpfRecords(parts, parts.size()))
                : Optional.empty();
    }

    private static int most(String name) {
        return Math.min(MOST_OCTETS, BESIDE_NAME - name.length());
    }

    private static String mechanism(IpRange network) {
        return (network.first().v6() ? " ip6:" : " ip4:") + network;
    }

    /** With the length octet of each string. */
    private static int octets(int characters) {
        return characters + (characters + LONGEST_STRING - 1) / LONGEST_STRING;
    }
}
