package offlist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of refusals shows.
 *
 * @param filter what is looked for, in words; null when it is everything
 * @param blocks receivers that refuse by a judgement of their own now
 * @param complaints of recipients in the last seven days, the most first
 * @param read what was just pasted; null when nothing was
 * @param pasted the text of it
 * @param wrong why nothing was read or found; null when something was
 */
public record RefusalsPage(
        Frame frame,
        @Nullable String filter,
        List<BlockRow> blocks,
        List<Row> refusals,
        List<ComplaintRow> complaints,
        @Nullable List<Row> read,
        String pasted,
        @Nullable String wrong) {

    /** @param since when it began */
    public record BlockRow(
            String address,
            String receiver,
            String name,
            @Nullable String code,
            String reply,
            When since) {}

    /**
     * Complaints about messages from one address.
     *
     * @param address null where the complaints do not tell
     * @param domain of those who complained; null where that is not told
     */
    public record ComplaintRow(
            @Nullable String address, String type, @Nullable String domain, long complaints, When last) {}

    /**
     * A refusal.
     *
     * @param why in words
     * @param address the refused address, or that it is unknown
     * @param ours whether the address has a page
     * @param evidence how the address is known, in words
     * @param asked what lists that it names said
     * @param seen null for what is not kept
     */
    public record Row(
            String recipient,
            String server,
            String address,
            boolean ours,
            String evidence,
            boolean relevant,
            String why,
            String lists,
            boolean temporary,
            String reply,
            List<String> links,
            List<String> contacts,
            List<String> next,
            List<String> asked,
            @Nullable When seen) {}
}
