package offlist.alert;

/** Tells one receiver. */
public interface Notifier {
    /** Waits for the receiver's reply, within a time-out; throws nothing for what the outside world does. */
    Outcome send(Message message);
}
