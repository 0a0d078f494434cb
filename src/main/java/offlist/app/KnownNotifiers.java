package offlist.app;

import java.util.Optional;
import java.util.function.Consumer;
import offlist.alert.AlertSettings;
import offlist.alert.Notifier;
import offlist.alert.Notifiers;
import offlist.alert.Outcome;
import offlist.alert.ReceiverSettings;

/** The notifier of each kind of receiver. */
record KnownNotifiers(Optional<Consumer<String>> console) implements Notifiers {
    @Override
    public Notifier of(ReceiverSettings receiver, AlertSettings settings) {
        return message -> new Outcome.GivenUp("wip");
    }
}
