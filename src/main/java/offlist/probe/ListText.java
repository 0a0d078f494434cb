package offlist.probe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import offlist.catalogue.Zone;
import offlist.dns.Answer;
import org.xbill.DNS.TXTRecord;

/** The text of a list's TXT records, fit to be shown: it was written by somebody else. */
final class ListText {
    private static final int LONGEST = 500;

    private ListText() {}

    /** Empty without TXT records. Several records are sorted, as their order means nothing and changes. */
    static String of(Answer answer, Zone zone) {
        if (!(answer instanceof Answer.Records records)) {
            return "";
        }
        String text = records.records().stream()
                .filter(TXTRecord.class::isInstance)
                .map(record -> clean(joined((TXTRecord) record)))
                .filter(line -> !line.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" | "));
        return cut(zone.conceal(text));
    }

    /** RFC 5782 section 2.1 has one text; the strings of a record are its pieces. */
    private static String joined(TXTRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        record.getStringsAsByteArrays().forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                clean.append(' ');
            } else if (visible(point)) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString().strip();
    }

    /** Format characters turn the direction of a line or hide in it. */
    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }
}
