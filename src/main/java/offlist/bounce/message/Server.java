package offlist.bounce.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.pool.IpAddress;

/**
 * The other server as a report's field names it: {@code mx.example.org. (192.0.2.1, …)}, {@code mx.example.org [192.0.2.1]},
 * {@code [192.0.2.1]}, {@code mx.example.org (TCP|192.0.2.10|48792|192.0.2.1|25)}.
 *
 * @param ours the address that the sending server connected from: only Oracle's Messaging Server and its ancestors record it
 */
record Server(Optional<String> host, Optional<IpAddress> address, Optional<IpAddress> ours) {
    private static final Pattern CONNECTION = Pattern.compile(
            "\\(TCP\\|(?<ours>[0-9A-Fa-f:.]{2,45})\\|\\d{1,5}\\|(?<theirs>[0-9A-Fa-f:.]{2,45})\\|\\d{1,5}\\)");
    private static final Pattern BRACKETS = Pattern.compile("[\\[(](?<address>[0-9A-Fa-f:.]{2,45})[\\]),]");

    static Optional<Server> in(String field) {
        String first = field.strip().split("[\\s(;,]", 2)[0].replaceAll("^[\\[<]|[\\]>]$", "");
        String name = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        Optional<IpAddress> bare = IpAddress.tryParse(name);
        Matcher connection = CONNECTION.matcher(field);
        boolean recorded = connection.find();
        Server server = new Server(
                Optional.of(name).filter(n -> !n.isEmpty() && bare.isEmpty()),
                bare.or(() -> recorded ? IpAddress.tryParse(connection.group("theirs")) : inBrackets(field)),
                recorded ? IpAddress.tryParse(connection.group("ours")) : Optional.empty());
        return Optional.of(server).filter(s -> s.host.isPresent() || s.address.isPresent());
    }

    private static Optional<IpAddress> inBrackets(String field) {
        Matcher brackets = BRACKETS.matcher(field);
        return brackets.find() ? IpAddress.tryParse(brackets.group("address")) : Optional.empty();
    }
}
