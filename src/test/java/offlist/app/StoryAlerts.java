package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import offlist.alert.AlertConsumer;
import offlist.alert.AlertPump;
import offlist.alert.AlertSettings;
import offlist.alert.Message;
import offlist.alert.Outcome;
import offlist.alert.ReceiverSettings;
import offlist.alert.RouteSettings;
import offlist.catalogue.Catalogue;
import offlist.store.Database;

/** One receiver, {@code ops}, who is told as a daemon tells: a message for each list, grouped as by default. */
final class StoryAlerts {
    static final String RECEIVER = "ops";

    private static final AlertSettings SETTINGS = new AlertSettings(
            List.of(new ReceiverSettings.Console(RECEIVER)),
            Optional.of(new RouteSettings(
                    Optional.of(RECEIVER),
                    Map.of(),
                    Optional.of(List.of("list")),
                    Optional.of(RouteSettings.DEFAULT_GROUP_WAIT),
                    Optional.of(RouteSettings.DEFAULT_GROUP_INTERVAL),
                    Optional.of(Duration.ofDays(30)),
                    false,
                    List.of())),
            Optional.empty());

    private final Database database;
    private final Supplier<Catalogue> catalogue;
    private final Consumer<Message> told;
    private final OutboxPump intake;
    private AlertPump pump;

    StoryAlerts(Database database, Supplier<Catalogue> catalogue, Consumer<Message> told) {
        this.database = database;
        this.catalogue = catalogue;
        this.told = told;
        this.intake = new OutboxPump(database, new AlertConsumer(() -> SETTINGS, catalogue));
        this.pump = pump();
    }

    private AlertPump pump() {
        return new AlertPump(
                database,
                () -> SETTINGS,
                (receiver, all) -> message -> {
                    told.accept(message);
                    return new Outcome.Delivered();
                },
                catalogue,
                new Random(7),
                sent -> {});
    }

    void restart() {
        pump = pump();
    }

    void step(Instant now) {
        int work = 1;
        while (work > 0) {
            work = intake.step() + pump.step(now);
        }
    }

    Optional<Instant> nextAt() {
        return pump.nextAt(RECEIVER);
    }
}
