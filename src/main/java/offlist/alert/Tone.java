package offlist.alert;

import java.util.Comparator;
import java.util.Optional;
import offlist.catalogue.Severity;
import offlist.track.CloseReason;

/** What a message looks like at a glance. */
public enum Tone {
    BAD("🔴", "#c0392b"),
    CHANGED("🟠", "#d68910"),
    REMINDER("🟠", "#d68910"),
    GOOD("🟢", "#1e8449"),
    NEUTRAL("⚪", "#7f8c8d");

    private final String sign;
    private final String colour;

    Tone(String sign, String colour) {
        this.sign = sign;
        this.colour = colour;
    }

    public String sign() {
        return sign;
    }

    public String colour() {
        return colour;
    }

    /** The worst of a message's items. */
    public static Tone of(Message message) {
        return message.items().stream()
                .map(Tone::of)
                .min(Comparator.naturalOrder())
                .orElse(NEUTRAL);
    }

    static Tone of(Item item) {
        if (item instanceof Item.Notice notice && notice.kind() == AlertKind.DIGEST) {
            return NEUTRAL;
        }
        return switch (item.change()) {
            case OPENED -> minor(item) ? CHANGED : BAD;
            case CHANGED -> CHANGED;
            case STILL -> REMINDER;
            case CLOSED -> left(item) ? NEUTRAL : GOOD;
        };
    }

    /** A list or resolver in trouble harms no mail. */
    private static boolean minor(Item item) {
        return !(item instanceof Item.OnList onList)
                || onList.listing().severity().compareTo(Severity.MAJOR) > 0;
    }

    private static boolean left(Item item) {
        return switch (item) {
            case Item.OnList onList -> !onList.listing().closedBecause().equals(Optional.of(CloseReason.DELISTED));
            case Item.ListState list -> !list.health().believable();
            case Item.ResolverState resolver -> resolver.retired();
            case Item.Notice notice -> false;
        };
    }
}
