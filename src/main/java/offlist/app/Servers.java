package offlist.app;

import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import offlist.dns.Resolvers;
import offlist.local.LocalZones;

/** Everybody who answers questions: DNS servers, and files under ids of their own. Threads may share it. */
record Servers(Resolvers dns, LocalZones local) {
    Resolver resolver(ResolverId id) {
        return LocalZones.local(id) ? local.resolver(id) : dns.resolver(id);
    }
}
