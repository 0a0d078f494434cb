package offlist.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page of triage shows.
 *
 * @param found null before anything was asked
 * @param wrong why nothing was found out; null when something was
 */
public record TriagePage(
        Frame frame,
        Form form,
        @Nullable Found found,
        @Nullable String wrong) {

    /**
     * What was asked.
     *
     * @param text of the bounce
     * @param refusal the id of a kept one
     * @param author who sent something the last time
     */
    public record Form(String address, String recipient, String text, String refusal, String author) {
        static final Form EMPTY = new Form("", "", "", "", "");

        /** What a field is called in the API. */
        Optional<String> given(String key) {
            String value = switch (key) {
                case "address" -> address;
                case "recipient" -> recipient;
                case "bounce" -> text;
                case "refusal" -> refusal;
                default -> "";
            };
            return Optional.of(value).filter(each -> !each.isBlank());
        }
    }

    /**
     * What was found out.
     *
     * @param listed lists that list the address
     * @param unknown lists that cannot tell
     * @param clean how many say that it is not on them
     * @param earlier lists that listed it before and do not now
     * @param others as sentences
     * @param refusal the id under which the refusal is kept, for sending; empty when it is not
     */
    public record Found(
            TriageView view,
            String whose,
            List<ListRow> listed,
            List<ListRow> unknown,
            long clean,
            List<ListRow> earlier,
            List<String> others,
            String refusal) {}

    /**
     * A list.
     *
     * @param since null when no listing is open
     * @param before when it listed the address earlier, in words
     */
    public record ListRow(
            String list,
            String name,
            String words,
            @Nullable When since,
            String before) {}
}
