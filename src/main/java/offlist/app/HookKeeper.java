package offlist.app;

import java.util.Collection;
import java.util.List;
import offlist.bounce.Attempt;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Delivery;
import offlist.bounce.RefusalDesk;
import offlist.bounce.hook.HookTaker;

/** What web hooks tell goes the way of everything that came back. */
record HookKeeper(RefusalDesk desk) implements HookTaker {

    @Override
    public void attempts(List<Attempt> attempts) {
        desk.attempts(attempts);
    }

    @Override
    public void delivered(Collection<Delivery> deliveries) {
        desk.delivered(deliveries);
    }

    @Override
    public void complaints(List<Complaint> complaints) {
        desk.complaints(complaints);
    }
}
