package offlist.local;

import org.jspecify.annotations.Nullable;

/** What rbldnsd makes of the texts of a file: {@code $} is the address, {@code $0} to {@code $9} and {@code $=} are the file's. */
final class Texts {
    /** A text is one string of a TXT record, and rbldnsd leaves one byte of it unused. */
    private static final int LONGEST = 254;

    private final @Nullable String[] variables = new String[10];
    private String base = "";

    /** The first word on a variable holds. */
    void variable(int number, String text) {
        if (variables[number] == null) {
            variables[number] = text;
        }
    }

    void base(String text) {
        base = base.isEmpty() ? text : base;
    }

    /** The text about one address; empty for none. */
    String about(String template, String address) {
        boolean own = template.startsWith("=");
        String mine = own ? template.substring(1) : template;
        boolean framed = !own && !base.isEmpty();
        String inner = framed && mine.isEmpty() ? address : mine;
        return fill(framed ? base : mine, address, inner);
    }

    private String fill(String template, String address, String inner) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < template.length() && text.length() < LONGEST; at++) {
            char c = template.charAt(at);
            char next = at + 1 < template.length() ? template.charAt(at + 1) : ' ';
            if (c != '$') {
                text.append(c);
            } else if (next == '$') {
                text.append('$');
                at++;
            } else if (next >= '0' && next <= '9') {
                String variable = variables[next - '0'];
                text.append(variable == null ? "$" + next : variable);
                at++;
            } else if (next == '=') {
                text.append(inner);
                at++;
            } else {
                text.append(address);
            }
        }
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
