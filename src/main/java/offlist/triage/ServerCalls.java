package offlist.triage;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import offlist.pool.IpAddress;
import offlist.pool.SafeText;
import offlist.smtp.MailHost;
import offlist.smtp.SmtpConversation;
import offlist.smtp.SmtpReply;
import offlist.triage.ServerLook.Outcome;

/**
 * Calls mail servers of a recipient: connects, reads the greeting, says EHLO and QUIT. Threads may share it.
 *
 * <p>A server that was called within a minute is not called again: the answer stands. So many calls in an hour, no more.
 */
public final class ServerCalls {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    /** Who tries more hosts learns little more, and waits. */
    private static final int MOST_SERVERS = 2;

    private static final int REMEMBERED = 1000;
    private static final int MOST_WORDS = 300;

    private final Supplier<CallSettings> settings;
    private final InstantSource clock;
    private final Map<Call, Answered> answered = new LinkedHashMap<>();
    private final Deque<Instant> calls = new ArrayDeque<>();

    /** @param settings those in force */
    public ServerCalls(Supplier<CallSettings> settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Call(IpAddress server, Optional<IpAddress> from) {}

    private record Answered(Instant at, ServerLook look) {}

    /** Whether anybody would be called. */
    public boolean enabled() {
        return settings.get().enabled();
    }

    /**
     * Calls the first servers of these hosts, one after the other, until one greets.
     *
     * @param from the address of ours to call from; where this machine does not have it, it calls from its own
     * @param name what to say EHLO with
     */
    public List<ServerLook> of(List<MailHost> hosts, Optional<IpAddress> from, Optional<String> name) {
        List<ServerLook> looks = new ArrayList<>();
        for (MailHost host : hosts) {
            // One family is enough: the first address that can be called from ours.
            Optional<IpAddress> server = host.addresses().stream()
                    .filter(address -> from.isEmpty() || from.get().v6() == address.v6())
                    .findFirst();
            server.ifPresent(address -> looks.add(of(host.name(), address, from, name)));
            boolean enough =
                    looks.size() == MOST_SERVERS || looks.stream().anyMatch(look -> look.outcome() != Outcome.SILENT);
            if (enough) {
                break;
            }
        }
        return looks;
    }

    private ServerLook of(String host, IpAddress server, Optional<IpAddress> from, Optional<String> name) {
        CallSettings now = settings.get();
        if (!now.internal() && internal(server)) {
            return silent(host, server, "not called: its address is internal, and `triage.internal` is off");
        }
        Call call = new Call(server, from);
        Optional<ServerLook> known = known(call);
        if (known.isPresent()) {
            return known.get();
        }
        if (!mayCall(now)) {
            return silent(host, server, "not called: " + now.perHour() + " calls were made within the last hour");
        }
        ServerLook look = call(host, call, name, now);
        remember(call, look);
        return look;
    }

    private ServerLook call(String host, Call call, Optional<String> name, CallSettings now) {
        try (SmtpConversation conversation = open(call, now)) {
            SmtpReply greeting = conversation.read();
            SmtpReply reply = greeting.positive() ? conversation.hello(name) : greeting;
            Outcome outcome = reply.positive() ? Outcome.GREETS : Outcome.REFUSES;
            ServerLook look = new ServerLook(
                    host,
                    call.server(),
                    outcome,
                    (reply.positive() ? greeting : reply).shown(),
                    Optional.of(conversation.from()));
            quit(conversation);
            return look;
        } catch (IOException failed) {
            return silent(host, call.server(), words(failed, now));
        }
    }

    private static SmtpConversation open(Call call, CallSettings now) throws IOException {
        try {
            return SmtpConversation.open(call.server(), now.port(), now.patience(), any -> true, call.from());
        } catch (BindException elsewhere) {
            return SmtpConversation.open(call.server(), now.port(), now.patience(), any -> true, Optional.empty());
        }
    }

    /** What it says to that tells nothing more. */
    private static void quit(SmtpConversation conversation) {
        try {
            conversation.say("QUIT");
        } catch (IOException gone) {
            return;
        }
    }

    private static String words(IOException failed, CallSettings now) {
        return switch (failed) {
            case SocketTimeoutException late ->
                "no answer within " + now.patience().toSeconds() + " s";
            case ConnectException refused -> "nothing listens on port " + now.port();
            case NoRouteToHostException none -> "there is no way to it";
            default -> SafeText.of(String.valueOf(failed.getMessage()), MOST_WORDS);
        };
    }

    private static ServerLook silent(String host, IpAddress server, String words) {
        return new ServerLook(host, server, Outcome.SILENT, words, Optional.empty());
    }

    private static boolean internal(IpAddress address) {
        InetAddress where = address.toInetAddress();
        boolean unique = address.v6() && (address.high() >>> 57) == 0x7E;
        return unique
                || where.isLoopbackAddress()
                || where.isAnyLocalAddress()
                || where.isSiteLocalAddress()
                || where.isLinkLocalAddress()
                || where.isMulticastAddress();
    }

    private synchronized Optional<ServerLook> known(Call call) {
        Instant old = clock.instant().minus(FRESH);
        return Optional.ofNullable(answered.get(call))
                .filter(each -> each.at().isAfter(old))
                .map(Answered::look);
    }

    private synchronized boolean mayCall(CallSettings now) {
        Instant at = clock.instant();
        while (!calls.isEmpty() && !calls.peekFirst().isAfter(at.minus(HOUR))) {
            calls.removeFirst();
        }
        boolean may = calls.size() < now.perHour();
        if (may) {
            calls.addLast(at);
        }
        return may;
    }

    private synchronized void remember(Call call, ServerLook look) {
        answered.remove(call);
        answered.put(call, new Answered(clock.instant(), look));
        if (answered.size() > REMEMBERED) {
            answered.remove(answered.keySet().iterator().next());
        }
    }
}
