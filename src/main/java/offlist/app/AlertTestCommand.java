package offlist.app;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import offlist.alert.AlertSettings;
import offlist.alert.Handles;
import offlist.alert.Message;
import offlist.alert.Outcome;
import offlist.alert.Preview;
import offlist.alert.ReceiverSettings;
import offlist.catalogue.Catalogue;
import offlist.config.Settings;
import offlist.yaml.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends a test message to a receiver, once. */
@Command(
        name = "test",
        description = "Sends a test message to a receiver; exit 0 when it was taken, else 1.",
        mixinStandardHelpOptions = true)
final class AlertTestCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--receiver", required = true, paramLabel = "NAME", description = "The receiver's name.")
    private String receiver = "";

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try (OneShot oneShot = new OneShot(config.file(), command.getErr())) {
            AlertSettings alert = oneShot.settings().alert();
            Outcome outcome = send(oneShot.settings(), receiver(alert, receiver), command.getOut());
            command.getOut().println(words(receiver, outcome));
            return outcome instanceof Outcome.Delivered ? 0 : 1;
        }
    }

    private static ReceiverSettings receiver(AlertSettings settings, String name) {
        List<String> names =
                settings.receivers().stream().map(ReceiverSettings::name).toList();
        return settings.receivers().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandError(
                        CommandError.Exit.USAGE,
                        names.isEmpty()
                                ? "no receiver is configured"
                                : "there is no receiver `" + name + "`" + hint(name, names)));
    }

    private static String hint(String name, List<String> names) {
        String near = Nearest.hint(name, names);
        return near.isEmpty() ? ", known: " + String.join(", ", names) : near;
    }

    private static Outcome send(Settings settings, ReceiverSettings receiver, PrintWriter out) {
        Vertx vertx = Vertx.vertx();
        Catalogue catalogue = settings.lists().catalogue();
        try {
            Message sample = Preview.sample(
                    receiver.name(),
                    catalogue.lists().getFirst(),
                    catalogue,
                    settings.alert().links(),
                    InstantSource.system().instant());
            return new KnownNotifiers(vertx, Handles.NONE, () -> false, Optional.of(out::println), sent -> {})
                    .of(receiver, settings.alert())
                    .send(sample);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static String words(String receiver, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> receiver + " has taken the test message.";
            case Outcome.RetryLater later -> receiver + " has not taken it now: " + Plain.text(later.cause());
            case Outcome.GivenUp up -> receiver + " does not take it: " + Plain.text(up.cause());
        };
    }
}
