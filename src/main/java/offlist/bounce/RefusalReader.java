package offlist.bounce;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import offlist.bounce.Bounce.Returned;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.reply.Meaning;
import offlist.reply.Reply;

/** Makes refusals of what messages and logs tell. Threads may share it. */
public final class RefusalReader {
    private final Function<Reply, Meaning> meanings;
    private final AddressFinder finder;

    /**
     * @param meanings what a server's words mean
     * @param pools of an address; none when it is not ours
     */
    public RefusalReader(Function<Reply, Meaning> meanings, Function<IpAddress, SortedSet<PoolName>> pools) {
        this.meanings = meanings;
        this.finder = new AddressFinder(pools);
    }

    /** One refusal for each attempt of the message. */
    public List<Refusal> read(Bounce bounce) {
        return bounce.attempts().stream()
                .map(attempt -> read(attempt, bounce.returned()))
                .toList();
    }

    /** Whose messages the recipients complain about. */
    List<Complained> complaints(Bounce bounce) {
        return bounce.complaints().stream()
                .map(complaint ->
                        new Complained(complaint, finder.find(complaint, bounce.returned()), bounce.returned()))
                .toList();
    }

    /** Of a log line or a web hook, with which no message came back. */
    public Refusal read(Attempt attempt) {
        return read(attempt, Returned.NOTHING);
    }

    private Refusal read(Attempt attempt, Returned returned) {
        Meaning meaning = meanings.apply(
                new Reply(attempt.reply(), attempt.remoteMta(), attempt.recipientDomain(), attempt.dsnStatus()));
        return new Refusal(attempt, meaning, finder.find(attempt, meaning, returned), returned);
    }
}
