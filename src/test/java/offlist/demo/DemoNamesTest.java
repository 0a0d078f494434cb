package offlist.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import offlist.dns.ResolverId;
import offlist.dns.Resolvers;
import offlist.pool.IpAddress;
import offlist.ready.Check;
import offlist.ready.Finding;
import offlist.ready.Readiness;
import offlist.ready.Result;
import offlist.ready.Sender;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;

/** What lists look at can be looked at in the demo too. */
class DemoNamesTest {
    @Test
    void mostAddressesAreAsListsWantThemAndEveryFourthLacksItsName() throws IOException {
        try (DemoLists served = DemoLists.start(() -> Scene.after(List.of()));
                Resolvers resolvers = new Resolvers()) {
            Readiness readiness = new Readiness(resolvers.lookups(
                    List.of(ResolverId.parse(served.resolver()).orElseThrow()), Duration.ofSeconds(2), 2));

            Map<Boolean, List<List<Result>>> results = DemoPool.all().stream()
                    .map(address -> readiness.of(address, new Sender(List.of(), List.of())).stream()
                            .map(Finding::result)
                            .distinct()
                            .toList())
                    .collect(Collectors.partitioningBy(List.of(Result.GOOD)::equals));

            assertThat(results.get(true)).hasSize(18);
            assertThat(results.get(false))
                    .hasSize(6)
                    .allSatisfy(found -> assertThat(found).contains(Result.BAD));
            assertThat(readiness.of(IpAddress.parse("192.0.2.12"), new Sender(List.of(), List.of())))
                    .filteredOn(finding -> finding.result() == Result.BAD)
                    .extracting(Finding::check)
                    .contains(Check.PTR);
        }
    }

    @Test
    void namesOfOthersAreNotServed() {
        DemoNames names = new DemoNames();

        assertThat(names.zone(Name.fromConstantString("example.com."))).isEmpty();
        assertThat(names.zone(Name.fromConstantString("1.100.51.198.in-addr.arpa.")))
                .isEmpty();
        assertThat(names.zone(Name.fromConstantString("mta1.mail.demo.offlist.test.")))
                .isPresent();
        assertThat(names.at(Name.fromConstantString("mta3.mail.demo.offlist.test.")))
                .isEmpty();
        assertThat(names.at(Name.fromConstantString("MTA1.mail.demo.offlist.test.")))
                .hasSize(1);
    }
}
