package offlist.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.ChosenList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.track.Held;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.PairStatus;
import offlist.track.Status;
import offlist.track.StatusBoard;
import offlist.track.Suspected;

/** Shows the sample; what it shows can be replaced. */
public final class SampleBoard implements StatusBoard {
    private Status status = Sample.status();
    private Optional<Suspected> suspicion = Optional.empty();

    public void show(Status other) {
        status = other;
    }

    /** What all pairs are suspected of. */
    public void suspect(Suspected other) {
        suspicion = Optional.of(other);
    }

    @Override
    public Status now() {
        return status;
    }

    @Override
    public List<PairStatus> pairs(Target target) {
        if (status.pool().member(target).isEmpty()) {
            return List.of();
        }
        return Sample.selection().asked().stream()
                .filter(list -> takes(list, target))
                .map(list -> pair(new Pair(target, list.id())))
                .toList();
    }

    @Override
    public Optional<Held> held(Pair pair) {
        Optional<PairStatus> known = pairs(pair.target()).stream()
                .filter(each -> each.pair().equals(pair))
                .findFirst();
        return known.map(each -> new Held(
                each.listing()
                        .map(Listing::codes)
                        .map(codes -> codes.stream().map(ListedCode::answer).toList()),
                false,
                Duration.ofHours(1),
                suspicion,
                2,
                false));
    }

    private PairStatus pair(Pair pair) {
        Optional<Listing> listing =
                status.open().stream().filter(each -> each.pair().equals(pair)).findFirst();
        if (listing.isPresent()) {
            return new PairStatus(
                    pair,
                    "listed",
                    listing.map(Listing::openedAt),
                    Optional.of(Sample.NOW.minusSeconds(240)),
                    listing,
                    List.of());
        }
        if (pair.list().equals(new ListId("barracuda-brbl")) || pair.list().equals(new ListId("uceprotect-1"))) {
            return new PairStatus(
                    pair,
                    "unknown",
                    Optional.of(Sample.ago(1)),
                    Optional.of(Sample.ago(2)),
                    Optional.empty(),
                    List.of(timeout(pair)));
        }
        return new PairStatus(
                pair,
                "not_listed",
                Optional.empty(),
                Optional.of(Sample.NOW.minusSeconds(400)),
                Optional.empty(),
                List.of());
    }

    private static Observation timeout(Pair pair) {
        return new Observation(
                pair,
                new Verdict.Failed(Verdict.Cause.TIMEOUT),
                new ResolverId("127.0.0.1:53"),
                Sample.NOW.minusSeconds(90),
                Duration.ofMillis(1500),
                "timeout");
    }

    private static boolean takes(ChosenList list, Target target) {
        Kind kind = target instanceof IpAddress ip ? ip.v6() ? Kind.IPV6 : Kind.IPV4 : Kind.DOMAIN;
        return list.list().kinds().contains(kind);
    }
}
