package offlist.bounce.message;

import java.util.Optional;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;

/**
 * One attempt out of what the report's fields and its words for people tell of the same recipient.
 *
 * <p>Fields are exact, but the reply in them is often cut to its first line, or missing.
 */
final class Fuller {
    private static final Pattern REPLY = Pattern.compile("^\\s*[245]\\d\\d(?:[ -]|:\\s|$)");

    private Fuller() {}

    static Attempt of(Attempt fields, Optional<Attempt> words) {
        return words.map(told -> new Attempt(
                        fields.recipient().or(told::recipient),
                        fields.remoteMta().or(told::remoteMta),
                        fields.remoteAddress().or(told::remoteAddress),
                        reply(fields.reply(), told.reply()),
                        fields.dsnStatus(),
                        fields.sourceAddress(),
                        fields.at(),
                        fields.sender(),
                        fields.reference()))
                .orElse(fields);
    }

    private static String reply(String fields, String told) {
        boolean fieldsSpeak = REPLY.matcher(fields).find();
        boolean toldSpeaks = REPLY.matcher(told).find();
        if (fieldsSpeak != toldSpeaks) {
            return fieldsSpeak ? fields : told;
        }
        String cut = squeezed(fields);
        String whole = squeezed(told);
        return cut.isEmpty() || (whole.length() > cut.length() && whole.startsWith(cut)) ? told : fields;
    }

    private static String squeezed(String reply) {
        return reply.replaceAll("\\s+", "");
    }
}
