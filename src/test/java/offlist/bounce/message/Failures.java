package offlist.bounce.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Recipients that were not reached: one to four different ones, some of them by the same server, some with the same words. */
final class Failures {
    private static final List<String> NAMES = List.of(
            "ann",
            "bob.o'hara",
            "eve+news",
            "Carl_2",
            "d",
            "first.last-name",
            "x=y",
            "12345",
            "verylongnameofapersonwithmorethanthirtyletters",
            "support");
    private static final List<String> DOMAINS =
            List.of("example.org", "example.net", "mail.example.com", "sub.a-b.example.org", "xn--exmple-cua.example");
    private static final List<String> ADDRESSES =
            List.of("198.51.100.7", "203.0.113.9", "198.51.100.250", "2001:db8::25", "2001:db8:ffff:1::1:19");

    private final RandomGenerator random;
    private final Replies replies;

    Failures(RandomGenerator random) {
        this.random = random;
        this.replies = new Replies(random);
    }

    List<Failure> next() {
        int wanted = random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 1;
        Map<String, Failure> failures = new LinkedHashMap<>();
        while (failures.size() < wanted) {
            String domain = pick(DOMAINS);
            String recipient = pick(NAMES) + "@" + domain;
            List<Failure> before = new ArrayList<>(failures.values());
            List<String> reply = !before.isEmpty() && random.nextInt(4) == 0
                    ? before.getLast().reply()
                    : replies.next(recipient);
            failures.putIfAbsent(
                    recipient,
                    !before.isEmpty() && random.nextInt(4) == 0
                            ? new Failure(
                                    recipient,
                                    before.getLast().host(),
                                    before.getLast().address(),
                                    reply)
                            : new Failure(recipient, host(domain), pick(ADDRESSES), reply));
        }
        return List.copyOf(failures.values());
    }

    private String host(String domain) {
        return pick(List.of("mx.", "mx2.", "in-17.smtp.", "mail-1_a.")) + domain;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
