package offlist.alert;

/** Makes the notifier of a receiver. Cheap: it is asked for each message, so that a reload counts at once. */
@FunctionalInterface
public interface Notifiers {
    Notifier of(ReceiverSettings receiver, AlertSettings settings);
}
