package offlist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the removal tasks shows.
 *
 * @param sentence how much there is to do
 * @param presets ways to look at them that are wanted often
 * @param show the preset that a form has to keep; null for the first
 * @param states all of them, with how many tasks are in each
 * @param wrong why nothing can be shown; null when something can
 * @param matching how many tasks the filter lets through, shown or not
 * @param back the page before this one, null on the first
 * @param on the page after this one, null on the last
 */
public record TasksPage(
        Frame frame,
        String sentence,
        List<Preset> presets,
        List<State> states,
        @Nullable String show,
        List<Option> lists,
        List<Option> pools,
        List<Option> severities,
        String address,
        @Nullable String wrong,
        List<TaskLine> tasks,
        long matching,
        long first,
        @Nullable String back,
        @Nullable String on) {
    /** @param chosen whether it is what is shown */
    public record Preset(String words, String link, long tasks, boolean chosen) {}

    /** @param link to the tasks in this state alone */
    public record State(String label, long tasks, String link, boolean chosen) {}

    /** A line of a select field. */
    public record Option(String value, String words, boolean chosen) {}

    /** The number of the last task that is shown. */
    public long last() {
        return first + tasks.size() - 1;
    }
}
