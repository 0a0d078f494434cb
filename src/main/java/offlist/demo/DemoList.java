package offlist.demo;

import java.util.List;
import java.util.Locale;
import offlist.pool.IpAddress;

/** The lists of the demo. The first cause of each is also the answer for its test points. */
enum DemoList {
    SPAM(
            "Demo Spam Trap List",
            "major",
            new Cause("127.0.0.2", "spam-source", "spam trap hit"),
            new Cause("127.0.0.3", "snowshoe", "thin traffic from many addresses"),
            new Cause("127.0.0.9", "spam-source", "complaints of recipients")),
    EXPLOITS(
            "Demo Exploited Hosts List",
            "critical",
            new Cause("127.0.0.4", "exploited-host", "infected host"),
            new Cause("127.0.0.6", "auth-attack", "password guessing seen"),
            new Cause("127.0.0.7", "open-proxy", "open proxy")),
    POLICY(
            "Demo Policy List",
            "minor",
            new Cause("127.0.0.10", "policy-range", "range declared not to send mail"),
            new Cause("127.0.0.11", "policy-range", "network of end users")),
    QUOTA(
            "Demo Quota List",
            "major",
            new Cause("127.0.0.2", "reputation", "bad reputation"),
            new Cause("127.0.0.5", "spam-source", "bulk mail without consent")),
    MAD("Demo Mad List", "minor", new Cause("127.0.0.2", "listed-unspecified", "listed"));

    /** What a list answers when it does not want to. */
    static final IpAddress REFUSAL = IpAddress.parse("127.255.255.254");

    static final String PARENT = "demo.offlist.test";

    private final String title;
    private final String severity;
    private final List<Cause> causes;

    DemoList(String title, String severity, Cause... causes) {
        this.title = title;
        this.severity = severity;
        this.causes = List.of(causes);
    }

    /** As metrics, pages and the story call it. */
    String id() {
        return name().toLowerCase(Locale.ROOT) + ".demo";
    }

    String zone() {
        return name().toLowerCase(Locale.ROOT) + "." + PARENT;
    }

    String title() {
        return title;
    }

    String severity() {
        return severity;
    }

    List<Cause> causes() {
        return causes;
    }

    /** Where it takes requests by mail. */
    String mail() {
        return "removals@" + zone();
    }

    /** The page that tells about an address; {@code target} may also be the slot of a link template. */
    String link(String page, String target) {
        return "https://" + zone() + "/" + page + "?ip=" + target.replace(":", "%3A");
    }
}
