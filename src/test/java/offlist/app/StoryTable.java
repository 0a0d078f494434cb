package offlist.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.testing.FakeDnsFault;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * The eight cases in which others turn "no answer" into "clean" or "listed", each for an address that was listed and one
 * that was clean, with one resolver, with two of which one is told so, and with both. Every cell is lived through.
 */
final class StoryTable {
    private static final String OTHER = "192.0.2.11";
    private static final Duration TURN = Duration.ofMinutes(10);

    /**
     * @param health of the list when no other way to it is left
     * @param resolver whether one resolver that is told so while another is not has an incident of its own
     * @param read what the answers are read as
     * @param about the address in question
     */
    enum Case {
        REFUSAL_CODE("a refusal code", "refusing", true, Set.of("refused"), "192.0.2.10"),
        REFUSED("REFUSED", "refusing", true, Set.of("refused"), "192.0.2.10"),
        SERVFAIL("SERVFAIL", "unreachable", false, Set.of("servfail"), "192.0.2.10"),
        TIMEOUT("no answer", "unreachable", false, Set.of("timeout"), "192.0.2.10"),
        WILDCARD("a wildcard", "lists_everything", false, Set.of("listed"), "192.0.2.10"),
        LOCALHOST("127.0.0.1", "refusing", true, Set.of("unknown_code"), "192.0.2.10"),
        LOST("a lost packet", "healthy", false, Set.of("timeout", "listed", "not_listed"), "192.0.2.10"),
        IPV6("IPv6 listed", "healthy", false, Set.of("listed", "not_listed"), "2001:db8::25");

        private final String words;
        private final String health;
        private final boolean resolver;
        private final Set<String> read;
        private final String about;

        Case(String words, String health, boolean resolver, Set<String> read, String about) {
            this.words = words;
            this.health = health;
            this.resolver = resolver;
            this.read = read;
            this.about = about;
        }

        FakeDnsFault fault() {
            return switch (this) {
                case REFUSAL_CODE -> answers("127.255.255.254");
                case REFUSED -> FakeDnsFault.rcode(Rcode.REFUSED);
                case SERVFAIL -> FakeDnsFault.rcode(Rcode.SERVFAIL);
                case TIMEOUT -> FakeDnsFault.drop();
                case WILDCARD -> answers("127.0.0.2");
                case LOCALHOST -> answers("127.0.0.1");
                case LOST -> everyFirstOfTwo();
                case IPV6 -> reply -> {};
            };
        }
    }

    /** How many servers there are, and how many of them lie. */
    enum Ways {
        ONE("only resolver", 1, 1),
        ONE_OF_TWO("one of two", 2, 1),
        BOTH("both of two", 2, 2);

        private final String words;
        private final int servers;
        private final int liars;

        Ways(String words, int servers, int liars) {
            this.words = words;
            this.servers = servers;
            this.liars = liars;
        }
    }

    record Cell(Case what, boolean listed, Ways ways) {
        @Override
        public String toString() {
            return what.words + ", " + (listed ? "was listed" : "was clean") + ", " + ways.words;
        }

        /** What is right. */
        String wanted() {
            boolean blind = ways.servers == ways.liars && !what.health.equals("healthy");
            String address = listed ? "stays open" : what == Case.IPV6 ? "opens" : "stays clean";
            String resolver = ways == Ways.ONE_OF_TWO && what.resolver ? ", resolver filters" : "";
            return address + ", list "
                    + (blind ? what.health + ", the rest waits" : "healthy" + resolver + ", the rest goes on");
        }

        /** What comes of it, and what else is wrong. */
        String lived(Path directory) throws Exception {
            try (StoryWire wire = new StoryWire(directory, ways.servers)) {
                return lived(wire);
            }
        }

        private String lived(StoryWire wire) throws Exception {
            String address = what.about;
            if (listed) {
                wire.lists(address, "127.0.0.3");
                wire.lists(OTHER, "127.0.0.3");
            }
            wire.start(List.of(address, OTHER));
            wire.pass(TURN);
            String before = wire.story(address);
            wire.read.clear();
            wire.lie(ways.liars, what.fault());
            if (!listed && what == Case.IPV6) {
                wire.lists(address, "127.0.0.3");
            }
            otherWay(wire);
            wire.pass(TURN.multipliedBy(3));
            String result = result(wire, before) + wrong(wire);
            wire.honest();
            wire.pass(TURN.multipliedBy(6));
            return result + afterwards(wire, before);
        }

        /** Meanwhile the list changes its mind about another address. */
        private void otherWay(StoryWire wire) {
            if (listed) {
                wire.delists(OTHER);
            } else {
                wire.lists(OTHER, "127.0.0.3");
            }
        }

        private String result(StoryWire wire, String before) {
            String story = wire.story(what.about).substring(before.length()).strip();
            String address = !story.isEmpty()
                    ? story.equals("opened") ? "opens" : story
                    : wire.open(what.about) ? "stays open" : "stays clean";
            String rest = wire.open(OTHER) == listed ? "the rest waits" : "the rest goes on";
            return address + ", list " + wire.listHealth() + resolvers(wire) + ", " + rest;
        }

        private static String resolvers(StoryWire wire) {
            return wire.resolverHealth().stream()
                    .filter(state -> !state.equals("healthy"))
                    .map(state -> ", resolver " + state)
                    .collect(Collectors.joining());
        }

        private String wrong(StoryWire wire) {
            List<String> wrong = new ArrayList<>();
            if (!what.read.containsAll(wire.read) || wire.read.isEmpty()) {
                wrong.add("; read as " + wire.read);
            }
            return String.join("", wrong);
        }

        /** When all is well again the journal says what the list says, and no more has happened than that. */
        private String afterwards(StoryWire wire, String before) {
            String wanted = what == Case.IPV6 && !listed ? "opened" : before;
            boolean right = wire.listHealth().equals("healthy")
                    && wire.story(what.about).equals(wanted)
                    && wire.story(OTHER).equals(listed ? "opened closed" : "opened");
            return right
                    ? ""
                    : "; afterwards " + wire.listHealth() + ", " + wire.story(what.about) + " and " + wire.story(OTHER);
        }
    }

    private StoryTable() {}

    static List<Cell> cells() {
        return Stream.of(Case.values())
                .flatMap(what -> Stream.of(true, false)
                        .flatMap(listed -> Stream.of(Ways.values()).map(ways -> new Cell(what, listed, ways))))
                .toList();
    }

    /** As it stands in the document for operators. */
    static String print(Map<Cell, String> cells) {
        StringBuilder table = new StringBuilder("| the list answers |");
        cells().stream()
                .limit(6)
                .forEach(cell -> table.append(cell.listed() ? " was listed, " : " was clean, ")
                        .append(cell.ways().words)
                        .append(" |"));
        table.append("\n|").append("---|".repeat(7)).append('\n');
        for (Case what : Case.values()) {
            String row = cells().stream()
                    .filter(cell -> cell.what() == what)
                    .map(cells::get)
                    .collect(Collectors.joining(" | "));
            table.append("| ").append(what.words).append(" | ").append(row).append(" |\n");
        }
        return table.toString();
    }

    private static FakeDnsFault answers(String code) {
        return reply -> {
            Message answer = new Message(reply.query().getHeader().getID());
            answer.getHeader().setFlag(Flags.QR);
            Record asked = reply.query().getQuestion();
            answer.addRecord(asked, Section.QUESTION);
            if (asked.getType() == Type.A) {
                answer.addRecord(Record.newRecord(asked.getName(), Type.A, DClass.IN, 60, bytes(code)), Section.ANSWER);
            }
            reply.replaceBy(answer);
        };
    }

    private static byte[] bytes(String code) {
        String[] parts = code.split("\\.");
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    private static FakeDnsFault everyFirstOfTwo() {
        Map<Name, AtomicInteger> asked = new ConcurrentHashMap<>();
        return reply -> {
            Name name = reply.query().getQuestion().getName();
            if (asked.computeIfAbsent(name, n -> new AtomicInteger()).getAndIncrement() % 2 == 0) {
                reply.drop();
            }
        };
    }
}
