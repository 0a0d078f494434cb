package offlist.schedule;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.schedule.Claims.Claim;
import offlist.schedule.Terms.Quota;
import org.jspecify.annotations.Nullable;

/**
 * The budgets of all lists. What has been asked of a quota is not forgotten when its lists are dropped, renamed or get
 * other terms, nor by a restart.
 *
 * <p>One thread.
 */
final class Budgets {
    /** So many bursts make a second: many enough that none fills a socket's buffer. */
    private static final double BURSTS_A_SECOND = 50;

    private final Claims claims;
    private final Map<String, Allowance> days = new HashMap<>();
    private final Map<String, Bucket> paces = new HashMap<>();
    private @Nullable Collection<Claim> kept;

    Budgets(Claims claims) {
        this.claims = claims;
    }

    /** The budget of a list on these terms from now on. */
    Budget of(ListId list, Terms terms, long now) {
        Bucket pace = pace(terms.pace().isEmpty() ? list.value() : terms.pace(), terms.perSecond(), now);
        Allowance day = day(terms.quota(), now);
        return pace == null && day == null ? Budget.UNLIMITED : new Budget(pace, day);
    }

    private @Nullable Bucket pace(String name, double perSecond, long now) {
        if (Double.isInfinite(perSecond)) {
            paces.remove(name);
            return null;
        }
        return paces.compute(
                name,
                (n, known) -> known != null && known.perSecond() == perSecond
                        ? known
                        : new Bucket(perSecond, perSecond / BURSTS_A_SECOND, now));
    }

    private @Nullable Allowance day(Optional<Quota> quota, long now) {
        if (quota.isEmpty()) {
            return null;
        }
        Quota wanted = quota.get();
        Allowance day = days.computeIfAbsent(
                wanted.name(), name -> new Allowance(name, wanted.perDay(), claims, kept(now), now));
        day.limit(wanted.perDay());
        return day;
    }

    /** Read once: what is claimed later is known. */
    private Collection<Claim> kept(long now) {
        Collection<Claim> known = kept;
        if (known == null) {
            known = List.copyOf(claims.restore(Math.floorDiv(now, Allowance.SLOT)));
            kept = known;
        }
        return known;
    }
}
