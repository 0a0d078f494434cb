package offlist.bounce.hook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.bounce.Attempt;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Delivery;
import offlist.store.StoreException;

/** What was told, as text that tests compare. Can fail for a while, as a store does. */
final class Heard implements HookTaker {
    private final List<String> lines = new ArrayList<>();
    private boolean failing;

    @Override
    public void attempts(List<Attempt> attempts) {
        keep(attempts.stream()
                .map(a -> row(
                        "refused",
                        a.recipient(),
                        a.remoteMta(),
                        a.remoteAddress(),
                        a.sourceAddress(),
                        a.dsnStatus(),
                        a.at(),
                        a.sender(),
                        a.reference(),
                        Optional.of(a.reply()))));
    }

    @Override
    public void delivered(Collection<Delivery> deliveries) {
        keep(deliveries.stream()
                .map(d -> row("delivered", Optional.of(d.domain()), Optional.of(d.address()), Optional.of(d.at()))));
    }

    @Override
    public void complaints(List<Complaint> complaints) {
        keep(complaints.stream()
                .map(c -> row(
                        "complained",
                        Optional.of(c.feedbackType()),
                        c.sourceAddress(),
                        c.reportedDomain(),
                        c.recipient(),
                        Optional.of(c.incidents()),
                        c.reference())));
    }

    private void keep(Stream<String> rows) {
        if (failing) {
            throw new StoreException("the store does not answer", new IllegalStateException());
        }
        rows.forEach(lines::add);
    }

    void failing(boolean now) {
        failing = now;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    String text() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String row(String what, Optional<?>... values) {
        return what + " "
                + Stream.of(values)
                        .map(value -> value.map(Object::toString).orElse("-"))
                        .collect(Collectors.joining(" | "));
    }
}
