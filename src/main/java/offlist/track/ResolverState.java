package offlist.track;

import java.util.Arrays;
import java.util.Locale;

/** States of a resolver, the worst first; values of the metric label {@code state}. */
public enum ResolverState {
    /** It does not answer, or takes no question from here. */
    UNREACHABLE,
    /** It makes up an address for names that do not exist. */
    REWRITES_NXDOMAIN,
    /** It takes addresses in 127.0.0.0/8 out of answers. */
    STRIPS_LOOPBACK,
    /** A list says that it is a public or forwarding one. */
    PUBLIC,
    /** Lists that are healthy through another resolver are not through this one. */
    FILTERS,
    HEALTHY,
    /** Not asked yet. */
    UNVERIFIED;

    /** The state of that label, unverified when there is none. */
    public static ResolverState of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElse(UNVERIFIED);
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
