package offlist.local;

import java.util.Optional;

/** The lines of rbldnsd's {@code ip4set} and {@code ip6trie}, see its manual page rbldnsd(8). */
final class RbldnsdLines implements ZoneLines {
    private static final int LONGEST_TEXT = 255;

    private final ZoneDraft draft;
    private final boolean v6;
    private LocalAnswer usual = LocalAnswer.USUAL;
    private long widest = 1L << 32;

    RbldnsdLines(ZoneDraft draft, boolean v6) {
        this.draft = draft;
        this.v6 = v6;
    }

    @Override
    public String line(String line) {
        Cursor at = new Cursor(line);
        if (line.isEmpty()) {
            return "";
        }
        boolean comment = at.comment();
        if (line.startsWith("$") || (comment || line.charAt(0) == ':') && line.startsWith("$", 1)) {
            return special(line.substring(line.indexOf('$') + 1), comment);
        }
        if (comment) {
            return "";
        }
        boolean value = line.charAt(0) == ':' && !(v6 && line.startsWith("::"));
        return value ? usual(at) : entry(at);
    }

    private String usual(Cursor at) {
        Optional<LocalAnswer> answer = answer(at, LocalAnswer.USUAL);
        answer.ifPresent(known -> usual = known);
        return answer.isPresent() ? "" : "not a value such as `:127.0.0.2:text`";
    }

    private String entry(Cursor at) {
        boolean excluded = at.take('!');
        if (excluded) {
            at.space();
        }
        return v6 ? network(at, excluded) : range(at, excluded);
    }

    private String range(Cursor at, boolean excluded) {
        String shown = Excerpt.of(at.rest());
        Optional<V4Text> range = V4Text.range(at).filter(known -> at.entryEnds());
        if (range.isEmpty()) {
            return shown + " is not an address, range or CIDR";
        }
        if (range.get().to() - range.get().from() >= widest) {
            // The file itself wants such entries left out.
            return "";
        }
        Optional<Integer> answer = number(at, excluded);
        answer.ifPresent(number -> draft.v4(range.get().from(), range.get().to(), number));
        return answer.isPresent() ? "" : shown + " has no value such as `:127.0.0.2:text`";
    }

    private String network(Cursor at, boolean excluded) {
        String shown = Excerpt.of(at.rest());
        Optional<V6Text> network = V6Text.network(at).filter(known -> at.entryEnds());
        if (network.isEmpty()) {
            return shown + " is not an IPv6 address or CIDR";
        }
        Optional<Integer> answer = number(at, excluded);
        if (answer.isEmpty()) {
            return shown + " has no value such as `:127.0.0.2:text`";
        }
        V6Text known = network.get();
        boolean fits = draft.v6(known.high(), known.low(), known.prefix(), answer.get());
        return fits ? "" : shown + " has bits behind its prefix";
    }

    private Optional<Integer> number(Cursor at, boolean excluded) {
        if (excluded) {
            return Optional.of(AnswerTable.EXCLUDED);
        }
        at.space();
        return (at.peek() == 0 || at.comment() ? Optional.of(usual) : answer(at, usual)).map(draft::number);
    }

    /** {@code :code:text}, {@code :code} with the usual text, or a text with the usual code. */
    private static Optional<LocalAnswer> answer(Cursor at, LocalAnswer usual) {
        if (!at.take(':')) {
            return Optional.of(new LocalAnswer(usual.code(), text(at)));
        }
        Optional<Long> code = V4Text.code(at).filter(known -> known != 0);
        at.space();
        if (code.isEmpty() || at.peek() != 0 && at.peek() != ':') {
            return Optional.empty();
        }
        boolean told = at.take(':');
        at.space();
        return code.map(known -> new LocalAnswer(known.intValue(), told ? text(at) : usual.text()));
    }

    private static String text(Cursor at) {
        String rest = at.rest();
        return rest.substring(0, Math.min(rest.length(), LONGEST_TEXT));
    }

    /** What is about the zone and not about addresses means nothing here. */
    private String special(String words, boolean comment) {
        char first = words.isEmpty() ? ' ' : words.charAt(0);
        String rest = words.substring(Math.min(1, words.length())).strip();
        if (first >= '0' && first <= '9') {
            draft.texts().variable(first - '0', rest);
        } else if (first == '=') {
            draft.texts().base(rest);
        } else if (words.regionMatches(true, 0, "MAXRANGE4", 0, 9)) {
            return narrow(new Cursor(words.substring(9).strip()));
        } else if (!comment && words.regionMatches(true, 0, "DATASET", 0, 7)) {
            throw new Refused("$DATASET begins one of several datasets, and a file of several cannot be read;"
                    + " write each dataset into a file of its own");
        }
        return "";
    }

    private String narrow(Cursor at) {
        boolean bits = at.take('/');
        int number = at.number(bits ? 32 : Integer.MAX_VALUE / 16);
        if (number < 0) {
            return "$MAXRANGE4 wants a number or `/bits`";
        }
        widest = Math.min(widest, bits ? 1L << 32 - number : number);
        return "";
    }
}
