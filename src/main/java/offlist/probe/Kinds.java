package offlist.probe;

import offlist.catalogue.Kind;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Target;

/** What kind of question a target makes. */
public final class Kinds {
    private Kinds() {}

    public static Kind of(Target target) {
        return switch (target) {
            case DomainName domain -> Kind.DOMAIN;
            case IpAddress address -> address.v6() ? Kind.IPV6 : Kind.IPV4;
        };
    }
}
