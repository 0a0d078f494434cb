package offlist.bounce.hook;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import offlist.bounce.hook.HookResult.Broken;
import offlist.bounce.hook.HookResult.Confirm;
import offlist.bounce.hook.HookResult.Later;
import offlist.bounce.hook.HookResult.Once;
import offlist.bounce.hook.HookResult.Refused;
import offlist.bounce.hook.HookResult.Told;

/** Where web hooks come in. Who is not the service learns nothing. Threads may share it. */
public final class HookDoor {
    /** Services send batches of up to two megabytes. */
    public static final int LARGEST = 4 * 1024 * 1024;

    private final Supplier<List<HookSettings>> settings;
    private final HookTaker taker;
    private final HookNet net;
    private final InstantSource clock;
    private final SnsCertificates certificates;
    private final Seen seen = new Seen();
    private final Doorbell doorbell = new Doorbell();

    /** @param settings those in force */
    public HookDoor(Supplier<List<HookSettings>> settings, HookTaker taker, HookNet net, InstantSource clock) {
        this.settings = settings;
        this.taker = taker;
        this.net = net;
        this.clock = clock;
        this.certificates = new SnsCertificates(net);
    }

    /** What became of a request. */
    public sealed interface Entry {
        /** There is no hook of that name. */
        record Unknown() implements Entry {}

        /** It is not the service's, too old, or was taken before. Why is in our log. */
        record Stranger() implements Entry {}

        record TooLarge() implements Entry {}

        /** @param reason for people who look into the service's log */
        record Unreadable(String reason) implements Entry {}

        /** The service should send it again. */
        record NotNow(String reason) implements Entry {}

        record Taken() implements Entry {}
    }

    /**
     * Takes a request.
     *
     * @param headers the value of a header by its name; empty where there is none
     * @throws offlist.store.StoreException when nothing could be kept; the same may come again
     */
    public Entry enter(String name, Function<String, Optional<String>> headers, byte[] body) {
        Optional<HookSettings> hook =
                settings.get().stream().filter(each -> each.name().equals(name)).findFirst();
        if (hook.isEmpty()) {
            return new Entry.Unknown();
        }
        if (body.length > LARGEST) {
            return new Entry.TooLarge();
        }
        Instant now = clock.instant();
        HookResult result = reader(hook.get()).read(headers, body, now);
        return switch (result) {
            case Told told -> take(hook.get(), told, now);
            case Confirm confirm -> confirm(hook.get(), confirm);
            case Refused refused -> {
                doorbell.refused(hook.get(), refused.reason(), now);
                yield new Entry.Stranger();
            }
            case Broken broken -> new Entry.Unreadable(broken.reason());
            case Later later -> new Entry.NotNow(later.reason());
        };
    }

    private HookReader reader(HookSettings hook) {
        return switch (hook) {
            case HookSettings.Ses ses -> new SesHook(ses.topics(), certificates);
            case HookSettings.SendGrid sendGrid -> new SendGridHook(sendGrid.key());
            case HookSettings.Mailgun mailgun -> new MailgunHook(mailgun.signingKey());
            case HookSettings.Postal postal -> new PostalHook(postal.key());
            case HookSettings.Haraka haraka -> new HarakaHook(haraka.token());
            case HookSettings.KumoMta kumo -> new KumoMtaHook(kumo.token());
        };
    }

    private Entry take(HookSettings hook, Told told, Instant now) {
        if (told.once().filter(once -> !seen.take(hook.name(), once, now)).isPresent()) {
            return again(hook, told.once().get(), now);
        }
        boolean kept = false;
        try {
            keep(told);
            kept = true;
        } finally {
            if (!kept) {
                told.once().ifPresent(once -> seen.forget(hook.name(), once));
            }
        }
        return new Entry.Taken();
    }

    /** A service that has not heard our answer is told once more that all is well; a recorded request is not. */
    private Entry again(HookSettings hook, Once once, Instant now) {
        if (once.sentAgain()) {
            return new Entry.Taken();
        }
        doorbell.refused(hook, "it was taken before", now);
        return new Entry.Stranger();
    }

    /** Complaints last: they alone would count twice if the rest had to come again. */
    private void keep(Told told) {
        if (!told.attempts().isEmpty()) {
            taker.attempts(told.attempts());
        }
        if (!told.deliveries().isEmpty()) {
            taker.delivered(told.deliveries());
        }
        if (!told.complaints().isEmpty()) {
            taker.complaints(told.complaints());
        }
    }

    private Entry confirm(HookSettings hook, Confirm confirm) {
        try {
            net.get(confirm.address());
            doorbell.confirmed(hook);
            return new Entry.Taken();
        } catch (IOException notNow) {
            return new Entry.NotNow("the subscription cannot be confirmed: " + notNow.getMessage());
        }
    }
}
