package offlist.bounce;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Bounce.Returned;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.reply.FoundAddress;
import offlist.reply.Meaning;

/**
 * Which address a refusal is about.
 *
 * <p>What the sending server wrote down comes first. Then what the reply names: the place where the refused address stands by
 * the wording counts even when the address is nobody's of ours, since a list can mean a customer behind us; elsewhere in the
 * reply an address of a pool is believed before a stranger's. Received lines are written by anybody, so of them only an
 * address of a pool counts, and only when it is the only one: otherwise the address stays unknown, with candidates.
 */
final class AddressFinder {
    private final Function<IpAddress, SortedSet<PoolName>> pools;

    /** @param pools of an address; none when it is not ours */
    AddressFinder(Function<IpAddress, SortedSet<PoolName>> pools) {
        this.pools = pools;
    }

    RefusedAddress find(Attempt attempt, Meaning meaning, Returned returned) {
        if (!meaning.relevant()) {
            return RefusedAddress.UNKNOWN;
        }
        List<FoundAddress> named = meaning.addresses().stream()
                .filter(found -> !attempt.remoteAddress().equals(Optional.of(found.address())))
                .toList();
        return attempt.sourceAddress()
                .map(recorded -> known(recorded, AddressEvidence.MTA_RECORD))
                .or(() -> inReply(named))
                .orElseGet(() -> inChain(returned));
    }

    /** Whose message a recipient complains about: the address that the receiver names, else the trace. */
    RefusedAddress find(Complaint complaint, Returned returned) {
        return complaint
                .sourceAddress()
                .map(recorded -> known(recorded, AddressEvidence.MTA_RECORD))
                .orElseGet(() -> inChain(returned));
    }

    private Optional<RefusedAddress> inReply(List<FoundAddress> named) {
        Stream<FoundAddress> byWording = named.stream().filter(f -> f.place() == FoundAddress.Place.RULE);
        Stream<FoundAddress> ours =
                named.stream().filter(f -> !pools.apply(f.address()).isEmpty());
        return Stream.of(byWording, ours, named.stream())
                .flatMap(found -> found)
                .findFirst()
                .map(found -> known(
                        found.address(),
                        found.place() == FoundAddress.Place.URL ? AddressEvidence.URL : AddressEvidence.REPLY_TEXT));
    }

    private RefusedAddress inChain(Returned returned) {
        List<IpAddress> ours = returned.chain().stream()
                .filter(address -> !pools.apply(address).isEmpty())
                .distinct()
                .toList();
        return ours.size() == 1
                ? known(ours.getFirst(), AddressEvidence.RECEIVED_CHAIN)
                : new RefusedAddress(Optional.empty(), Optional.empty(), new TreeSet<>(), ours);
    }

    private RefusedAddress known(IpAddress address, AddressEvidence evidence) {
        return new RefusedAddress(Optional.of(address), Optional.of(evidence), pools.apply(address), List.of());
    }
}
