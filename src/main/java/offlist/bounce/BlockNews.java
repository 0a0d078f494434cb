package offlist.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import offlist.bounce.Block.Ending;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.track.Trouble;

/** What is said of a block, for alerts and removal tasks. */
final class BlockNews {
    /** The reason of the catalogue that a receiver's own judgement counts as. */
    private static final String REASON = "reputation";

    private BlockNews() {}

    static Trouble opened(Block block, List<String> links, List<String> contacts) {
        List<String> lines = new ArrayList<>();
        lines.add("It says: " + block.reply());
        lines.add("No list in DNS shows this: it is the receiver's own judgement, and only the receiver ends it.");
        links.stream().findFirst().ifPresent(link -> lines.add("Its page: " + link));
        contacts.stream().findFirst().ifPresent(contact -> lines.add("Write to: " + contact));
        return new Trouble(
                block.id(),
                block.openedAt(),
                Trouble.Kind.REFUSAL,
                block.about(),
                false,
                block.address().text() + " is refused by " + block.receiver()
                        + block.code().map(code -> " (" + code + ")").orElse(""),
                lines,
                labels(block));
    }

    static Trouble closed(Block block, Ending ending, Instant at) {
        String why = switch (ending) {
            case DELIVERED -> "It has taken a message from this address again.";
            case QUIET ->
                "It has refused nobody for "
                        + Duration.between(block.lastAt(), at).toHours()
                        + " h; whether it takes mail again is known when some is sent.";
        };
        return new Trouble(
                block.id() + Trouble.OVER,
                at,
                Trouble.Kind.REFUSAL,
                block.about(),
                true,
                block.address().text() + " is not refused by " + block.receiver() + " any more",
                List.of(why),
                labels(block));
    }

    private static Map<String, List<String>> labels(Block block) {
        return Map.of(
                "address", List.of(block.address().text()),
                "list", List.of(block.receiver().value()),
                "pool", block.pools().stream().map(PoolName::value).toList(),
                "severity", List.of(Severity.MAJOR.label()),
                "reason", List.of(REASON));
    }
}
