package offlist.bounce;

import java.time.Instant;
import java.util.Optional;
import offlist.pool.IpAddress;

/**
 * One recipient that a server did not take, as a report or a log line tells it, without a meaning yet.
 *
 * @param recipient {@code user@domain}, in the form in which the report names it
 * @param remoteMta host name of the server that refused
 * @param remoteAddress its address: never ours
 * @param reply its words as received; empty text when nobody answered
 * @param dsnStatus the status that the sending server gave (RFC 3464, section 2.3.4, or {@code dsn=} of a log)
 * @param sourceAddress our address as the sending server recorded it; nothing that was only guessed
 * @param at when it was refused
 * @param sender the envelope's sender
 * @param reference the queue id or message id, by which the operator finds it again
 */
public record Attempt(
        Optional<String> recipient,
        Optional<String> remoteMta,
        Optional<IpAddress> remoteAddress,
        String reply,
        Optional<String> dsnStatus,
        Optional<IpAddress> sourceAddress,
        Optional<Instant> at,
        Optional<String> sender,
        Optional<String> reference) {

    /** The words of a server, of which nothing else is known. */
    public static Attempt of(String reply) {
        return of(Optional.empty(), new Said(Optional.empty(), Optional.empty(), reply, true));
    }

    /** What one mail server says of another one and of a recipient. */
    public static Attempt of(Optional<String> recipient, Said said) {
        return new Attempt(
                recipient,
                said.host(),
                said.address(),
                said.reply(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The recipient's domain. */
    public Optional<String> recipientDomain() {
        return recipient.filter(r -> r.indexOf('@') >= 0).map(r -> r.substring(r.lastIndexOf('@') + 1));
    }
}
