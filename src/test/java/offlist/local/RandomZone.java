package offlist.local;

import java.util.Random;
import java.util.StringJoiner;

/** A file for rbldnsd full of everything its datasets know, dense enough that entries meet, and names to ask about it. */
final class RandomZone {
    private static final int ENTRIES = 150;
    private static final String[] WORDS = {
        "seen", "spam", "$", "see http://x/?$", "$$5", "$1", "$2", "a;b", "a#b", "\u00e9", "=", "$="
    };

    private final Random random;
    private final boolean v6;
    private final String text;

    RandomZone(Random random, boolean v6) {
        this.random = random;
        this.v6 = v6;
        StringJoiner lines = new StringJoiner("\n");
        lines.add("# a comment").add("; another").add("").add("$SOA 300 ns.example. hostmaster.example. 0 1h 1h 1h 1h");
        lines.add("$TTL 300").add("$1 first variable").add(v6 ? "2001:db8::1" : "10.1.1.1");
        if (random.nextInt(3) == 0) {
            lines.add("$= base " + (random.nextBoolean() ? "$=" : "$"));
        }
        if (random.nextInt(4) == 0) {
            lines.add("$MAXRANGE4 /" + (10 + random.nextInt(14)));
        }
        for (int i = 0; i < ENTRIES; i++) {
            lines.add(random.nextInt(15) == 0 ? ":" + code() + ":" + words() : entry());
        }
        text = lines.toString();
    }

    String text() {
        return text;
    }

    private String entry() {
        String excluded = random.nextInt(5) == 0 ? random.nextBoolean() ? "!" : "! " : "";
        String range = v6 ? network() : range();
        return excluded
                + range
                + switch (random.nextInt(8)) {
                    case 0 -> " :" + code() + ":" + words();
                    case 1 -> " :" + code();
                    case 2 -> " " + words();
                    case 3 -> (v6 ? " :" : ":") + code() + ": " + words();
                    case 4 -> " ; a remark";
                    case 5 -> "# a remark";
                    default -> "";
                };
    }

    private String code() {
        return switch (random.nextInt(4)) {
            case 0 -> String.valueOf(2 + random.nextInt(8));
            case 1 -> "127.1." + (1 + random.nextInt(9));
            case 2 -> "127.5";
            default -> "127.0.0." + (2 + random.nextInt(8));
        };
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            words.append(WORDS[random.nextInt(WORDS.length)]).append(i == 0 ? "" : " ");
        }
        return random.nextInt(20) == 0 ? words.toString().repeat(40) : words.toString();
    }

    private int few(int most) {
        return random.nextInt(most);
    }

    private String address() {
        return "10." + few(4) + "." + few(4) + "." + few(40);
    }

    private String range() {
        return switch (random.nextInt(12)) {
            case 0 -> "10." + few(4) + "." + few(4);
            case 1 -> "10." + few(4);
            case 2 -> network(8 + random.nextInt(25));
            case 3 -> "10." + few(4) + "." + few(4) + "." + few(20) + "-" + (20 + few(200));
            case 4 -> "10." + few(2) + "." + few(250) + "-10." + (2 + few(2)) + "." + few(250);
            case 5 ->
                "10." + few(4) + "." + few(4) + "." + few(256) + "-10." + (4 + few(2)) + "." + few(250) + "."
                        + few(256);
            case 6 -> "10." + few(2) + "-" + (2 + few(2));
            case 7 -> "10." + few(4) + "." + few(4) + "/24";
            default -> address();
        };
    }

    private String network(int bits) {
        long base = 10L << 24 | (long) few(4) << 16 | (long) few(4) << 8 | few(40);
        base &= bits == 0 ? 0 : -1L << 32 - bits;
        return (base >> 24) + "." + (base >> 16 & 255) + "." + (base >> 8 & 255) + "." + (base & 255) + "/" + bits;
    }

    private String network() {
        return switch (random.nextInt(7)) {
            case 0 -> "2001:db8:" + few(4);
            case 1 -> "2001:db8:" + few(4) + ":" + few(4);
            case 2 -> "2001:db8:" + few(4) + "::/" + (48 + few(17));
            case 3 -> "2001:DB8::/" + (32 + few(17));
            case 4 -> "2001:db8:" + few(4) + ":" + few(4) + "::" + few(9) + "00/" + (120 + few(5));
            case 5 -> random.nextInt(20) == 0 ? "::/0" : few(2) + (random.nextBoolean() ? ":1:2:3" : ":0:1");
            default -> "2001:db8:" + few(4) + ":" + few(4) + "::" + few(3);
        };
    }

    /** A name about an address that some entry may hold. */
    String name() {
        if (!v6) {
            String around = random.nextInt(10) == 0 ? String.valueOf(8 + few(4)) : "10";
            int octet = random.nextInt(3) == 0 ? few(256) : few(40);
            return octet + "." + few(random.nextInt(4) == 0 ? 256 : 5) + "." + few(6) + "." + around;
        }
        long high = 0x2001_0db8_0000_0000L | (long) few(5) << 16 | few(5);
        long low = random.nextInt(4) == 0 ? random.nextLong() : (long) few(3) << 8 | few(4);
        String hex = String.format("%016x%016x", high, low);
        return String.join(".", new StringBuilder(hex).reverse().toString().split(""));
    }
}
