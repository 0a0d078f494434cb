package offlist.draft;

import java.util.List;

/**
 * What the templates fill in: finished texts on one line each, empty where there is nothing to say. Public, because the template
 * engine reads it.
 *
 * @param address the address or domain
 * @param subject what is to be removed: the address, or the range that the list means
 * @param list what people call the list
 * @param sender who asks, or a gap
 * @param reverseName a name that leads back to the address
 * @param codes what the list answered
 * @param since when the listing was seen first
 * @param text what the list says
 * @param cause what was wrong, or a gap
 * @param fix what was done, or a gap
 * @param looked when the evidence was found
 * @param evidence what was found to be good
 * @param before an earlier request
 * @param contact a mail address, or a gap
 */
public record Letter(
        String address,
        boolean domain,
        boolean range,
        String subject,
        String list,
        String sender,
        String reverseName,
        List<String> codes,
        String since,
        String text,
        String cause,
        String fix,
        String looked,
        List<String> evidence,
        String before,
        String contact) {
    public Letter {
        codes = List.copyOf(codes);
        evidence = List.copyOf(evidence);
    }
}
