package offlist.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import offlist.bounce.Attempt;
import offlist.bounce.BlockSettings;
import offlist.bounce.Blocks;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Complaints;
import offlist.bounce.Delivery;
import offlist.bounce.Recipients;
import offlist.bounce.RefusalDesk;
import offlist.bounce.RefusalReader;
import offlist.bounce.Refusals;
import offlist.bounce.hook.HookDoor;
import offlist.bounce.hook.HookNet;
import offlist.bounce.hook.HookSettings;
import offlist.bounce.hook.HookTaker;
import offlist.catalogue.CatalogueReader;
import offlist.pool.PoolName;
import offlist.reply.ReplyReader;
import offlist.reply.RuleReader;
import offlist.store.Database;
import offlist.testing.Stores;
import offlist.track.TimeOrderedIds;
import offlist.yaml.Secret;

/** Bounces read with the shipped rules and kept in a store of their own; 192.0.2.0/24 is the pool. */
final class SampleRefusals {
    static final String TOKEN = "a token that nobody guesses";
    private static final Database DATABASE = database();

    private SampleRefusals() {}

    static RefusalDesk desk() {
        ReplyReader replies = new ReplyReader(RuleReader.shipped(), CatalogueReader.shipped());
        RefusalReader reader = new RefusalReader(replies::read, address -> pools(address.text()));
        return new RefusalDesk(
                DATABASE,
                () -> reader,
                () -> BlockSettings.DEFAULT,
                (id, refusal) -> {},
                new TimeOrderedIds(new Random(3)),
                InstantSource.system());
    }

    /** Hooks of a Haraka and of Mailgun. */
    static HookDoor hooks(RefusalDesk desk) {
        Secret secret = Secret.of(TOKEN);
        List<HookSettings> settings =
                List.of(new HookSettings.Haraka("mta", secret), new HookSettings.Mailgun("mailgun", secret));
        HookTaker taker = new HookTaker() {
            @Override
            public void attempts(List<Attempt> attempts) {
                desk.attempts(attempts);
            }

            @Override
            public void delivered(Collection<Delivery> deliveries) {
                desk.delivered(deliveries);
            }

            @Override
            public void complaints(List<Complaint> complaints) {
                desk.complaints(complaints);
            }
        };
        HookNet nobody = address -> {
            throw new IOException("nobody is asked here");
        };
        return new HookDoor(() -> settings, taker, nobody, InstantSource.system());
    }

    static Complaints complaints() {
        return new Complaints(DATABASE);
    }

    static Recipients recipients() {
        return new Recipients(DATABASE);
    }

    static Blocks blocks() {
        return new Blocks(DATABASE);
    }

    static Refusals refusals() {
        return new Refusals(DATABASE, InstantSource.system());
    }

    private static SortedSet<PoolName> pools(String address) {
        SortedSet<PoolName> pools = new TreeSet<>();
        if (address.startsWith("192.0.2.")) {
            pools.add(new PoolName("main"));
        }
        return pools;
    }

    private static Database database() {
        try {
            return Stores.sqlite(Files.createTempDirectory("offlist-sample")).database();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
