package offlist.alert;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import offlist.catalogue.Catalogue;

/** Who hears of what begins, by the settings in force. */
final class Routing {
    private final Supplier<AlertSettings> settings;
    private final Supplier<Catalogue> catalogue;

    /**
     * @param settings asked for each event, so that a reload counts at once
     * @param catalogue with the user's own lists; nobody is told of lists that are a reason to accept mail
     */
    Routing(Supplier<AlertSettings> settings, Supplier<Catalogue> catalogue) {
        this.settings = settings;
        this.catalogue = catalogue;
    }

    /** That a receiver takes nothing is told to the others, whoever they are. */
    List<Routed> hearing(Signal signal) {
        AlertSettings inForce = settings.get();
        List<Routed> routed = Route.of(inForce).receivers(signal.labels());
        Optional<String> deaf = signal.deaf();
        if (deaf.isEmpty()) {
            return routed;
        }
        List<Routed> others = routed.stream()
                .filter(each -> !each.receiver().equals(deaf.get()))
                .toList();
        return others.isEmpty()
                ? inForce.receivers().stream()
                        .map(ReceiverSettings::name)
                        .filter(name -> !name.equals(deaf.get()))
                        .map(name -> Route.at(inForce, name))
                        .toList()
                : others;
    }

    /** The receiver of a summary, whatever the tree says. */
    Routed only(String receiver) {
        return Route.at(settings.get(), receiver);
    }

    boolean silent(Signal signal) {
        return signal.quiet()
                || signal.list()
                        .flatMap(catalogue.get()::list)
                        .filter(list -> !list.type().bad())
                        .isPresent();
    }
}
