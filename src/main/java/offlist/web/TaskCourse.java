package offlist.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import offlist.delist.Actor;
import offlist.delist.RemovalTask;
import offlist.delist.TaskDesk;
import offlist.delist.TaskState;
import offlist.web.TaskPage.Stop;

/** The states that a task goes through, as a line, with where it stands and where it was. */
final class TaskCourse {
    private static final List<String> ASKED = List.of("open", "preparing", "ready", "requested", "waiting", "closed");
    private static final List<String> BY_ITSELF = List.of("open", "waiting", "closed");

    private TaskCourse() {}

    /** @param history the newest first */
    static List<Stop> of(RemovalTask task, List<TaskDesk.Step> history) {
        String here = task.state().label();
        Set<String> been = history.stream()
                .filter(step -> !step.at().isBefore(task.openedAt()))
                .map(TaskDesk.Step::state)
                .collect(Collectors.toSet());
        List<String> line = new ArrayList<>(task.plan().actor() == Actor.NOBODY ? BY_ITSELF : ASKED);
        switch (task.state()) {
            case TaskState.Blocked blocked ->
                line.add(line.indexOf("open") + 1 + (line.contains("preparing") ? 1 : 0), here);
            case TaskState.Overdue overdue -> line.add(line.indexOf("closed"), here);
            default -> {
                if (!line.contains(here)) {
                    line.add(1, here);
                }
            }
        }
        return line.stream()
                .map(state -> new Stop(
                        state, mark(state, here, been.contains(state) && line.indexOf(state) < line.indexOf(here))))
                .toList();
    }

    /** @param passed whether it was there before; what was taken up again has its end still to come */
    private static String mark(String state, String here, boolean passed) {
        if (state.equals(here)) {
            return here.equals("blocked") || here.equals("overdue") ? "held" : "now";
        }
        if (passed) {
            return "passed";
        }
        return here.equals("closed") ? "skipped" : "ahead";
    }
}
