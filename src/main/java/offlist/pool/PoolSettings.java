package offlist.pool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One pool as the operator wants it; its members are the union of what its sources yield.
 *
 * @param labels free labels for routes and pages
 * @param addresses inline addresses, ranges and CIDRs
 * @param file one address, range or CIDR a line, watched
 * @param spf domains whose SPF records are expanded (RFC 7208)
 * @param hosts names whose A and AAAA records are members
 * @param domains sending domains, asked on domain lists
 * @param helo names that the servers say HELO with, asked on domain lists
 * @param ptrNames whether the names of the addresses in reverse DNS are asked on domain lists too
 * @param maxAddresses the most addresses the pool may have; a range wider than /20 or /116 needs it set
 * @param refresh how often DNS sources are read again
 * @param holdShrunk how long a source that suddenly yields less than half keeps its last good answer
 */
public record PoolSettings(
        PoolName name,
        Map<String, String> labels,
        List<IpRange> addresses,
        Optional<Path> file,
        List<DomainName> spf,
        List<DomainName> hosts,
        List<DomainName> domains,
        List<DomainName> helo,
        boolean ptrNames,
        Optional<Integer> maxAddresses,
        Duration refresh,
        Duration holdShrunk) {
    public static final Duration DEFAULT_REFRESH = Duration.ofMinutes(10);
    public static final Duration DEFAULT_HOLD = Duration.ofHours(1);

    public PoolSettings {
        labels = Map.copyOf(labels);
        addresses = List.copyOf(addresses);
        spf = List.copyOf(spf);
        hosts = List.copyOf(hosts);
        domains = List.copyOf(domains);
        helo = List.copyOf(helo);
    }

    /** Without names of servers. */
    public PoolSettings(
            PoolName name,
            Map<String, String> labels,
            List<IpRange> addresses,
            Optional<Path> file,
            List<DomainName> spf,
            List<DomainName> hosts,
            List<DomainName> domains,
            Optional<Integer> maxAddresses,
            Duration refresh,
            Duration holdShrunk) {
        this(name, labels, addresses, file, spf, hosts, domains, List.of(), false, maxAddresses, refresh, holdShrunk);
    }
}
