package offlist.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ChosenList;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.Selection;
import offlist.config.Reading;
import offlist.config.Settings;
import offlist.config.SettingsReader;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class DemoTest {
    private static final Instant START = Instant.parse("2026-11-22T14:02:08Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private Demo demo;

    @BeforeEach
    void start() throws IOException {
        demo = Demo.start(now::get, ZoneOffset.UTC, 1);
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void narratesATurnOnceWithItsOwnTime() {
        assertThat(demo.narrate(START.plusSeconds(2))).isEmpty();
        assertThat(demo.narrate(START.plusSeconds(5)))
                .singleElement()
                .asString()
                .matches("14:02:11 story: spam\\.demo lists 192\\.0\\.2\\.\\d+ \\(.+\\)");
        assertThat(demo.narrate(START.plusSeconds(6))).isEmpty();
    }

    @Test
    void narratesNothingTwiceWhenTheClockGoesBack() {
        List<String> told = demo.narrate(START.plusSeconds(30));

        assertThat(demo.narrate(START.plusSeconds(10))).isEmpty();
        assertThat(demo.narrate(START.plusSeconds(30))).isEmpty();
        assertThat(told).hasSize(5);
    }

    @Test
    void saysInWordsWhatTheListsDo() {
        assertThat(String.join("\n", demo.narrate(START.plus(DemoStory.ROUND))))
                .contains(" and 2001:db8::", "quota.demo begins to refuse us (127.255.255.254)", "mad.demo goes mad");
    }

    @Test
    void theSettingsAreAConfigurationWithoutProblems() {
        Settings settings = settings();

        assertThat(settings.interval()).contains(Duration.ofSeconds(5));
        assertThat(settings.resolvers()).extracting(ResolverId::value).containsExactly(demo.resolver());
        assertThat(settings.lists().asked()).hasSize(DemoList.values().length);
        assertThat(settings.pools().stream().flatMap(pool -> pool.addresses().stream()))
                .hasSize(6);
    }

    @Test
    void theSettingsKnowEveryCodeOfEveryList() {
        Selection selection = settings().lists();

        for (DemoList demoList : DemoList.values()) {
            DnsList list = list(selection, demoList);
            assertThat(effect(list, DemoList.REFUSAL)).contains(Effect.ERROR);
            assertThat(demoList.causes())
                    .allMatch(cause -> effect(list, cause.answer()).equals(Optional.of(Effect.LISTED)));
            assertThat(demoList.causes())
                    .allMatch(cause ->
                            selection.catalogue().reason(cause.reason()).isPresent());
            assertThat(list.removal().lookupUrl("192.0.2.14")).isPresent();
        }
    }

    @Test
    void theSettingsNameTheListServerAndEveryAddressOfThePool() {
        assertThat(demo.settings()).contains("resolvers: [\"" + demo.resolver() + "\"]");
        assertThat(DemoPool.ipv6()).allMatch(address -> demo.settings().contains('"' + address.text() + '"'));
        assertThat(demo.settings()).contains("192.0.2.10-192.0.2.19", "192.0.2.20-192.0.2.29");
        assertThat(List.of(
                        DemoPool.ipv4().getFirst().text(),
                        DemoPool.ipv4().getLast().text()))
                .containsExactly("192.0.2.10", "192.0.2.29");
    }

    @Test
    void theServerFollowsTheClock() throws IOException {
        assertThat(askMad().getRcode()).isEqualTo(Rcode.NXDOMAIN);

        now.set(START.plus(Duration.ofSeconds(90)));

        assertThat(askMad().getSection(Section.ANSWER)).hasSize(1);
    }

    private Message askMad() throws IOException {
        SimpleResolver client = new SimpleResolver("127.0.0.1");
        client.setPort(Integer.parseInt(demo.resolver().substring("127.0.0.1:".length())));
        Name name = Name.fromConstantString("14.2.0.192." + DemoList.MAD.zone() + ".");
        return client.send(Message.newQuery(Record.newRecord(name, Type.A, DClass.IN)));
    }

    private Settings settings() {
        Reading reading = SettingsReader.read(demo.settings(), Path.of("."), CatalogueReader.shipped());
        assertThat(reading).isInstanceOf(Reading.Good.class);
        assertThat(reading.warnings()).isEmpty();
        return ((Reading.Good) reading).settings();
    }

    private static DnsList list(Selection selection, DemoList demoList) {
        return selection.asked().stream()
                .map(ChosenList::list)
                .filter(list -> list.id().value().equals(demoList.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Effect> effect(DnsList list, IpAddress answer) {
        return list.codeFor((int) answer.low()).map(code -> code.effect());
    }

    @Test
    void everyListHasAnIdOfItsOwn() {
        assertThat(Arrays.stream(DemoList.values()).map(DemoList::id)).doesNotHaveDuplicates();
    }
}
