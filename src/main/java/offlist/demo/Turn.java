package offlist.demo;

import java.util.List;
import java.util.stream.Collectors;
import offlist.pool.IpAddress;

/** What happens next in the story, at one list. */
sealed interface Turn {
    DemoList list();

    /** For people, without the time. */
    String words();

    record Lists(DemoList list, List<IpAddress> addresses, Cause cause) implements Turn {
        public Lists {
            addresses = List.copyOf(addresses);
        }

        @Override
        public String words() {
            return list.id() + " lists " + enumerated(addresses) + " (" + cause.words() + ")";
        }
    }

    record Delists(DemoList list, List<IpAddress> addresses) implements Turn {
        public Delists {
            addresses = List.copyOf(addresses);
        }

        @Override
        public String words() {
            return list.id() + " delists " + enumerated(addresses);
        }
    }

    record Refuses(DemoList list) implements Turn {
        @Override
        public String words() {
            return list.id() + " begins to refuse us (" + DemoList.REFUSAL + "); what it listed stays as it is";
        }
    }

    record AnswersAgain(DemoList list) implements Turn {
        @Override
        public String words() {
            return list.id() + " answers again";
        }
    }

    record GoesMad(DemoList list) implements Turn {
        @Override
        public String words() {
            return list.id() + " goes mad and lists everything; nothing of that may be believed";
        }
    }

    record Recovers(DemoList list) implements Turn {
        @Override
        public String words() {
            return list.id() + " is sane again";
        }
    }

    private static String enumerated(List<IpAddress> addresses) {
        String commas = addresses.stream().map(IpAddress::text).collect(Collectors.joining(", "));
        int last = commas.lastIndexOf(", ");
        return last < 0 ? commas : commas.substring(0, last) + " and " + commas.substring(last + 2);
    }
}
