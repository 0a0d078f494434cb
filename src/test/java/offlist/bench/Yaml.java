package offlist.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Configurations as a user with local lists writes them. */
final class Yaml {
    private Yaml() {}

    /** One pool of 10.x addresses on lists of one's own, no limit of the rate. */
    static String of(String interval, int addresses, int lists, int port) {
        return head(interval, addresses)
                + IntStream.range(0, lists).mapToObj(list -> list(list, port)).collect(Collectors.joining());
    }

    static String head(String interval, int addresses) {
        return """
                interval: %s
                pools:
                  - {name: bench, addresses: [%s], max-addresses: %d}
                lists:
                  use: []
                  custom:
                """.formatted(interval, Names.range(addresses), addresses);
    }

    static String list(int number, int port) {
        return "    - {id: l%d, zone: %s, kinds: [ipv4], resolvers: [\"127.0.0.1:%d\"]}\n"
                .formatted(number, ListServer.zone(number), port);
    }
}
