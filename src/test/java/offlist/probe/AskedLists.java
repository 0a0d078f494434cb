package offlist.probe;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import offlist.catalogue.CodeSelector;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.ListId;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Style;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.testing.FakeDns;
import offlist.yaml.Secret;

/** Lists for tests, asked through a {@link FakeDns}. */
final class AskedLists {
    static final Duration TIMEOUT = Duration.ofMillis(400);
    static final String KEY = "s3cr3tkey";

    private AskedLists() {}

    static DnsList list(ReturnCode... codes) {
        return DnsList.custom(new ListId("house"), Zone.of("bl.test")).with(Style.EXACT, List.of(codes));
    }

    static ReturnCode code(String pattern, Effect effect) {
        return new ReturnCode(
                CodeSelector.OctetPattern.parse(pattern).orElseThrow(), effect, "spam-source", "means " + pattern);
    }

    static ReturnCode bit(int bit, Effect effect) {
        return new ReturnCode(new CodeSelector.BitMask(bit), effect, "spam-source", "means bit " + bit);
    }

    static AskedList asked(DnsList list, FakeDns... servers) {
        List<ResolverId> ids = Stream.of(servers).map(FakeDns::id).toList();
        return new AskedList(list, list.zone(), ids, TIMEOUT, 1);
    }

    /** A list whose every answer is a listing, as a user's own. */
    static AskedList custom(FakeDns... servers) {
        return asked(DnsList.custom(new ListId("house"), Zone.of("bl.test")), servers);
    }

    static AskedList withKey(FakeDns... servers) {
        DnsList list = DnsList.custom(new ListId("keyed"), Zone.of("{key}.bl.test"));
        List<ResolverId> ids = Stream.of(servers).map(FakeDns::id).toList();
        return new AskedList(list, list.zone().withKey(Secret.of(KEY)), ids, TIMEOUT, 1);
    }
}
