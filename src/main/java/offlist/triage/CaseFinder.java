package offlist.triage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import offlist.bounce.Refusal;
import offlist.bounce.RefusalDesk;
import offlist.bounce.RefusalFilter;
import offlist.bounce.RefusalJson;
import offlist.bounce.Refusals;
import offlist.bounce.Refusals.Kept;
import offlist.pool.DomainName;

/** Finds what is known of a case: reads the bounce, or looks for the last refusal that is kept. Threads may share it. */
public final class CaseFinder {
    /** So many refusals of a domain are looked through for the recipient's. */
    private static final int LATEST = 50;

    private final RefusalDesk desk;
    private final Refusals refusals;

    /** @param desk reads what is pasted, and keeps it as every bounce is kept */
    public CaseFinder(RefusalDesk desk, Refusals refusals) {
        this.desk = desk;
        this.refusals = refusals;
    }

    private record Found(Optional<Told> told, String headers) {
        static final Found NOTHING = new Found(Optional.empty(), "");
    }

    /** The case, as far as it is known. */
    public Case of(Asked asked) {
        Found found = found(asked);
        Optional<String> recipient = asked.recipient().or(() -> found.told().flatMap(Told::recipient));
        return new Case(
                asked.address().or(() -> found.told().flatMap(Told::address)),
                recipient.flatMap(CaseFinder::domain),
                recipient.filter(each -> each.indexOf('@') > 0),
                found.told(),
                found.headers());
    }

    /** The domain of a mailbox, or the domain itself. */
    public static Optional<DomainName> domain(String recipient) {
        return DomainName.tryParse(recipient.substring(recipient.lastIndexOf('@') + 1));
    }

    private Found found(Asked asked) {
        if (asked.bounce().isPresent()) {
            return read(asked.bounce().get(), asked.recipient());
        }
        Optional<Kept> kept = asked.refusal().isPresent()
                ? refusals.byId(asked.refusal().get())
                : asked.recipient().flatMap(CaseFinder::domain).flatMap(domain -> last(asked, domain));
        return kept.map(each -> new Found(Optional.of(Told.of(RefusalJson.decode(each.body()))), ""))
                .orElse(Found.NOTHING);
    }

    /** The last one of the recipient, else of the domain. */
    private Optional<Kept> last(Asked asked, DomainName domain) {
        RefusalFilter filter = new RefusalFilter(
                asked.address(),
                Optional.of(domain.text()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.of(refusals.usual()));
        List<Kept> found = refusals.find(filter, Optional.empty(), LATEST);
        return found.stream()
                .filter(each -> asked.recipient()
                        .equals(Told.of(RefusalJson.decode(each.body())).recipient()))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** Of several recipients the one that was named, else one that concerns an address of ours. */
    private Found read(String bounce, Optional<String> recipient) {
        List<Refusal> read = desk.text(bounce);
        Comparator<Refusal> fitting = Comparator.comparing((Refusal each) -> !named(each, recipient))
                .thenComparing(each -> !each.meaning().relevant())
                .thenComparing(each -> each.about().address().isEmpty());
        return read.stream()
                .filter(CaseFinder::refuses)
                .min(fitting)
                .map(each -> new Found(
                        Optional.of(refusals.of(each)
                                .map(kept -> Told.of(RefusalJson.decode(kept.body())))
                                .orElseGet(() -> Told.of(RefusalJson.encode(each)))),
                        each.returned().headers()))
                .orElse(Found.NOTHING);
    }

    /** Words without a code, that no rule knows and that name nobody, are no refusal. */
    private static boolean refuses(Refusal refusal) {
        return refusal.meaning().relevant()
                || refusal.meaning().replyCode().isPresent()
                || refusal.meaning().enhancedCode().isPresent()
                || refusal.attempt().recipient().isPresent();
    }

    private static boolean named(Refusal refusal, Optional<String> recipient) {
        return recipient.isPresent()
                && (refusal.attempt()
                                .recipient()
                                .filter(recipient.get()::equalsIgnoreCase)
                                .isPresent()
                        || refusal.domain()
                                .filter(recipient.get()::equalsIgnoreCase)
                                .isPresent());
    }
}
