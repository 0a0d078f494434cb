package offlist.probe;

import offlist.dns.ResolverId;
import offlist.pool.Target;

/**
 * One query to make.
 *
 * @param withText ask TXT together with A, for the look that may open a listing
 */
public record Check(AskedList list, Target target, ResolverId resolver, boolean withText) {
    public Pair pair() {
        return new Pair(target, list.id());
    }
}
