package offlist.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import offlist.alert.SafeText;
import offlist.store.Database;
import offlist.ticket.Preset.Hook;
import offlist.ticket.Preset.Seal;
import org.jspecify.annotations.Nullable;

/** Where the webhooks of ticket systems come in. Who does not know the secret learns nothing. Threads may share it. */
public final class TicketDoor {
    /** A larger body is no webhook about a ticket. */
    public static final int LARGEST = 512 * 1024;

    private static final int LONGEST_NAME = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final TicketBook book;
    private final Supplier<TicketSettings> settings;
    private final TicketNews news;
    private final InstantSource clock;

    public TicketDoor(Database database, Supplier<TicketSettings> settings, TicketNews news, InstantSource clock) {
        this.database = database;
        this.book = new TicketBook(database);
        this.settings = settings;
        this.news = news;
        this.clock = clock;
    }

    /** What became of a call. */
    public enum Entry {
        /** There is no such system, or it takes no webhooks. */
        UNKNOWN,
        /** The secret is missing or wrong. */
        STRANGER,
        TOO_LARGE,
        UNREADABLE,
        /** It is about no ticket of ours, or says nothing new. */
        NOTHING,
        HEARD
    }

    /** @param header the value of a header; null where there is none */
    public Entry enter(String name, Function<String, @Nullable String> header, byte[] body) {
        Optional<TicketSystem> system = settings.get().system(name);
        if (system.isEmpty()
                || system.get().hookSecret().isEmpty()
                || !system.get().api().hasHook()) {
            return Entry.UNKNOWN;
        }
        if (body.length > LARGEST) {
            return Entry.TOO_LARGE;
        }
        Hook hook = system.get().api().preset().hook().orElseThrow();
        String secret = system.get().hookSecret().orElseThrow().reveal();
        return hook.seals().stream().anyMatch(seal -> fits(seal, secret, header.apply(seal.header()), body))
                ? read(system.get(), hook, body)
                : Entry.STRANGER;
    }

    private Entry read(TicketSystem system, Hook hook, byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException e) {
            return Entry.UNREADABLE;
        }
        if (!root.isObject()) {
            return Entry.UNREADABLE;
        }
        boolean closed = hook.closed().holds(root, Values.parameters(system));
        boolean reopened = hook.reopened().holds(root, Values.parameters(system));
        JsonNode id = root.at(hook.id());
        if (closed == reopened || !id.isValueNode()) {
            return Entry.NOTHING;
        }
        return book.byExternal(system.name(), id.asText())
                .filter(row -> meant(hook, root, row))
                .map(row -> note(row, heard(system, hook, root, row, closed)))
                .orElse(Entry.NOTHING);
    }

    private static boolean meant(Hook hook, JsonNode root, TicketRow row) {
        return hook.key().isEmpty()
                || hook.key()
                        .filter(at -> root.at(at).asText().contains(row.task()))
                        .isPresent();
    }

    private TicketHeard heard(TicketSystem system, Hook hook, JsonNode root, TicketRow row, boolean closed) {
        String who = hook.who().map(at -> root.at(at).asText()).orElse("");
        Optional<String> link =
                row.link().or(() -> hook.link().map(at -> root.at(at).asText()).filter(Dialogue::isAddress));
        return new TicketHeard(
                row.task(),
                system.name(),
                who.isBlank() ? "somebody" : SafeText.line(who, LONGEST_NAME),
                closed,
                link,
                clock.instant());
    }

    /** The same again is no news, and neither is that the ticket is closed which we have closed. */
    private Entry note(TicketRow row, TicketHeard heard) {
        String said = heard.closed() ? "closed" : "reopened";
        boolean known =
                row.theirs().equals(said) || row.theirs().isEmpty() && !heard.closed() || heard.closed() && !row.open();
        if (known) {
            return Entry.NOTHING;
        }
        database.transact(tx -> {
            TicketBook.theirs(tx, row, said);
            news.heard(tx, heard);
        });
        return Entry.HEARD;
    }

    private static boolean fits(Seal seal, String secret, @Nullable String given, byte[] body) {
        if (given == null) {
            return false;
        }
        String wanted = switch (seal.proof()) {
            case SECRET -> secret;
            case HMAC_SHA256 -> "sha256=" + hmac("HmacSHA256", secret, body);
            case HMAC_SHA1 -> "sha1=" + hmac("HmacSHA1", secret, body);
        };
        return MessageDigest.isEqual(
                wanted.getBytes(StandardCharsets.UTF_8), given.strip().getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String algorithm, String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
