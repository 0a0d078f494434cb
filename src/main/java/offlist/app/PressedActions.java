package offlist.app;

import java.time.Duration;
import offlist.alert.Actions;
import offlist.catalogue.RemovalMethod;
import offlist.delist.TaskAction;
import offlist.delist.TaskDesk;

/** Pressed buttons: what they mean to alerts, and to removal tasks. */
record PressedActions(Actions alerts, TaskDesk desk) implements Actions {
    @Override
    public void acknowledge(String incident, Actor who) {
        alerts.acknowledge(incident, who);
    }

    @Override
    public void silence(String incident, Duration how, Actor who) {
        alerts.silence(incident, how, who);
    }

    /** What somebody has done is kept in any case, even where the list should not have been asked. */
    @Override
    public void removalRequested(String incident, Actor who) {
        alerts.removalRequested(incident, who);
        TaskAction asked = new TaskAction.Asked(RemovalMethod.SELF_SERVICE, "", "told by a button", true);
        desk.taskOf(incident).ifPresent(task -> {
            // All listings of a range are one task, and several people press: that the list was asked is known by then.
            if (desk.act(task, asked, who.name()) instanceof TaskDesk.Done.Refused refused && !desk.asked(task)) {
                String note = "the list was asked, told by a button; "
                        + refused.obstacle().words();
                desk.act(task, new TaskAction.Note(note), who.name());
            }
        });
    }
}
