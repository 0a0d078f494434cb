package offlist.bounce.hook;

import java.util.Collection;
import java.util.List;
import offlist.bounce.Attempt;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Delivery;

/** Keeps what hooks tell. Each method throws {@link offlist.store.StoreException} when nothing could be kept. */
public interface HookTaker {

    void attempts(List<Attempt> attempts);

    void delivered(Collection<Delivery> deliveries);

    void complaints(List<Complaint> complaints);
}
