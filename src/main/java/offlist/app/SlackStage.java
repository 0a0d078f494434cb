package offlist.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import offlist.alert.Actions;
import offlist.alert.ReceiverSettings;
import offlist.alert.slack.SlackClicks;
import offlist.yaml.Secret;

/** Hears of buttons that are pressed in Slack, where something is there to act on them. */
@Singleton
public class SlackStage {
    private static final int WAITING = 1000;

    private final InstantSource clock = InstantSource.system();
    private final DaemonStage daemon;
    private final Instance<Actions> actions;
    private final ThreadPoolExecutor hand = new ThreadPoolExecutor(
            0,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> new Thread(work, "offlist-slack-actions"),
            new ThreadPoolExecutor.DiscardPolicy());
    private final SlackClicks clicks;
    private final SlackSockets sockets;

    @Inject
    SlackStage(DaemonStage daemon, Instance<Actions> actions) {
        this.daemon = daemon;
        this.actions = actions;
        this.clicks = new SlackClicks(actions::get, hand);
        this.sockets = new SlackSockets(this::appTokens, clicks, clock);
    }

    void start(@Observes StartupEvent event) {
        if (actions.isResolvable()) {
            sockets.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        sockets.close();
        hand.shutdown();
    }

    @Produces
    @Singleton
    SlackDoor door() {
        return new SlackDoor(this::signingSecrets, clicks::form, clock);
    }

    /** None where nobody could act on a pressed button. */
    private List<Secret> signingSecrets() {
        return actions.isResolvable()
                ? bots().flatMap(bot -> bot.signingSecret().stream()).distinct().toList()
                : List.of();
    }

    private List<Secret> appTokens() {
        return bots().flatMap(bot -> bot.appToken().stream()).distinct().toList();
    }

    private Stream<ReceiverSettings.SlackBot> bots() {
        return daemon.daemon().settings().settings().alert().receivers().stream()
                .filter(ReceiverSettings.SlackBot.class::isInstance)
                .map(ReceiverSettings.SlackBot.class::cast);
    }
}
