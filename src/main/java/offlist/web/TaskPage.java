package offlist.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import offlist.delist.Choices.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a removal task shows.
 *
 * @param who who can ask the list, in words
 * @param next what to do next
 * @param ended how it ended, in words; null while it is open
 * @param course the states that it goes through
 * @param notBefore until when the list is not to be asked whatever anybody says; null when it can be
 * @param hindrance what stands in the way of a request; null when nothing does, or nobody can say so
 * @param choices what can be done about it now
 * @param askAgain from when on the list wants a further request; null when it never was asked, or says nothing about it
 * @param methods ways to ask, the list's own first
 * @param draft a request to copy; null where nobody asks any more
 * @param mail how the request can go out by mail; null where the list takes none, or is not to be asked now
 * @param said what became of what was done last; null when nothing was
 * @param author who acted last from this browser, as they call themselves
 */
public record TaskPage(
        Frame frame,
        TaskView task,
        String listName,
        String listPage,
        String subject,
        String who,
        String next,
        String turn,
        When opened,
        @Nullable When closed,
        @Nullable String ended,
        @Nullable When expires,
        @Nullable When due,
        List<Stop> course,
        List<Hold> holds,
        @Nullable String notBefore,
        @Nullable String hindrance,
        Set<Choice> choices,
        List<FindingRow> findings,
        List<FindingRow> good,
        @Nullable When looked,
        List<RequestRow> requests,
        @Nullable String askAgain,
        List<StepRow> history,
        List<Method> methods,
        @Nullable DraftView draft,
        @Nullable Mail mail,
        @Nullable Said said,
        String author) {
    /** @param mark {@code passed}, {@code now}, {@code held} for where it is stuck, {@code skipped} or {@code ahead} */
    public record Stop(String state, String mark) {
        /** Whether it stands here. */
        public boolean here() {
            return mark.equals("now") || mark.equals("held");
        }
    }

    /** @param until in words; null where it does not go by itself */
    public record Hold(String text, @Nullable String until) {}

    /**
     * One thing that was looked at.
     *
     * @param waiver who says that it does not matter here, and why; null when nobody does
     * @param waivable whether somebody can
     */
    public record FindingRow(
            String check,
            String words,
            String about,
            String result,
            String evidence,
            String remedy,
            @Nullable String waiver,
            boolean waivable) {}

    /** @param now whether it was made for the listing that the task is about now */
    public record RequestRow(When at, String by, String how, String reference, String note, boolean now) {}

    public record StepRow(When at, String actor, String what, String state, String detail) {}

    /**
     * The request as a mail.
     *
     * @param from null while the configuration names no contact
     * @param sends else it is only shown what would be sent
     */
    public record Mail(@Nullable String from, String to, boolean sends) {}

    /** A way to ask. */
    public record Method(String value, String words) {}

    /**
     * What became of what somebody did.
     *
     * @param refused whether it was not done
     * @param typed what the form held, to be mended
     * @param mail that was sent, or would have been; null where it was about no mail
     */
    public record Said(
            String words,
            boolean refused,
            Map<String, String> typed,
            @Nullable MailView mail) {
        public Said {
            typed = Map.copyOf(typed);
        }

        Said(String words, boolean refused, Map<String, String> typed) {
            this(words, refused, typed, null);
        }
    }

    /** What the request lacks, in words. */
    public List<String> lacks() {
        return draft == null
                ? List.of()
                : draft.missing().stream().map(TaskTexts::lack).toList();
    }

    /** What else whoever sends it should know; what is missing is said in words of its own. */
    public List<String> hints() {
        return draft == null
                ? List.of()
                : draft.notes().stream()
                        .filter(note -> !note.contains("`explain`"))
                        .toList();
    }

    public boolean can(String choice) {
        return choices.contains(Choice.valueOf(choice));
    }

    /** What was typed into a form that was sent in vain. */
    public String typed(String action, String field, String otherwise) {
        return said != null && said.refused() && action.equals(said.typed().get("action"))
                ? said.typed().getOrDefault(field, otherwise)
                : otherwise;
    }

    /** Whether a form that opens on demand is open. */
    public boolean busy(String action) {
        return said != null && said.refused() && action.equals(said.typed().get("action"));
    }
}
