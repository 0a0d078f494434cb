package offlist.ready;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import offlist.pool.IpAddress;
import offlist.pool.SafeText;
import offlist.smtp.SmtpConversation;
import offlist.smtp.SmtpReply;

/** Connects to an address of the pool, reads how its server greets, and asks whether it relays for strangers. */
final class SmtpLook {
    private static final String NOT_OURS = "This address is in none of the pools, so it was not connected to.";

    private final ReadinessSettings settings;
    private final Predicate<IpAddress> ours;
    private final Predicate<IpAddress> insider;

    SmtpLook(ReadinessSettings settings, Predicate<IpAddress> ours) {
        this(settings, ours, from -> SmtpLook.local(from) || ours.test(from));
    }

    /** @param insider for whom a server may well relay */
    SmtpLook(ReadinessSettings settings, Predicate<IpAddress> ours, Predicate<IpAddress> insider) {
        this.settings = settings;
        this.ours = ours;
        this.insider = insider;
    }

    List<Finding> of(IpAddress address, Sender sender, Duration most) {
        if (!ours.test(address)) {
            return both(address, NOT_OURS, "Look again when the address is back in a pool.");
        }
        List<Finding> findings = new ArrayList<>();
        try (SmtpConversation conversation =
                SmtpConversation.open(address, settings.port(), most, ours, Optional.empty())) {
            talk(conversation, address, sender, findings);
        } catch (ConnectException refused) {
            return silent(address, "Nothing listens on port " + settings.port() + " of " + address);
        } catch (IOException broken) {
            both(address, "The conversation with " + address + " ended with " + words(broken) + ".", LATER).stream()
                    .filter(finding -> findings.stream().noneMatch(known -> known.check() == finding.check()))
                    .forEach(findings::add);
        }
        return findings;
    }

    private static final String LATER =
            "Look again; if it stays so, see whether the server listens and what its log says.";

    private void talk(SmtpConversation conversation, IpAddress address, Sender sender, List<Finding> findings)
            throws IOException {
        SmtpReply banner = conversation.read();
        if (banner.code() == 554) {
            findings.addAll(silent(address, "The server at " + address + " takes no mail: " + banner.shown()));
        } else if (banner.code() != 220) {
            findings.addAll(both(address, "The server at " + address + " greets with " + banner.shown() + ".", LATER));
        } else {
            SmtpReply hello = conversation.hello(Optional.empty());
            if (settings.greeting()) {
                findings.add(Greeting.of(address, banner, hello, sender.helo()));
            }
            if (settings.openRelay()) {
                findings.add(new OpenRelay(conversation, address, insider).finding());
            }
        }
        conversation.say("QUIT");
    }

    /** What does not take mail greets nobody and relays for nobody. */
    private List<Finding> silent(IpAddress address, String what) {
        List<Finding> findings = new ArrayList<>();
        if (settings.greeting()) {
            findings.add(Finding.good(
                    Check.GREETING,
                    address,
                    what + ", so there is no greeting to read: that is fine for an address that only sends."));
        }
        if (settings.openRelay()) {
            findings.add(Finding.good(Check.OPEN_RELAY, address, what + ", so it relays for nobody."));
        }
        return findings;
    }

    private List<Finding> both(IpAddress address, String evidence, String remedy) {
        List<Finding> findings = new ArrayList<>();
        if (settings.greeting()) {
            findings.add(Finding.unknown(Check.GREETING, address, evidence, remedy));
        }
        if (settings.openRelay()) {
            findings.add(Finding.unknown(Check.OPEN_RELAY, address, evidence, remedy));
        }
        return findings;
    }

    private static String words(IOException broken) {
        return broken instanceof SocketTimeoutException
                ? "no answer in time"
                : SafeText.of(String.valueOf(broken.getMessage()));
    }

    private static boolean local(IpAddress from) {
        var address = from.toInetAddress();
        boolean unique = from.v6() && (from.high() >>> 57) == 0x7E;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress() || unique;
    }
}
