package offlist.config;

import java.util.regex.Pattern;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;

/** Whether a text is a plain mail address; no display name, no comment, nothing that could break out of a header. */
final class MailAddress {
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST = 254;

    private MailAddress() {}

    static boolean isOne(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && text.length() <= LONGEST
                && LOCAL_PART.matcher(text.substring(0, at)).matches()
                && isDomain(text.substring(at + 1));
    }

    private static boolean isDomain(String text) {
        boolean literal = text.startsWith("[") && text.endsWith("]");
        return literal
                ? IpAddress.tryParse(text.substring(1, text.length() - 1).replaceFirst("^IPv6:", ""))
                        .isPresent()
                : DomainName.tryParse(text).isPresent();
    }
}
