package offlist.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import offlist.catalogue.FileFormat;
import offlist.catalogue.ListFile;
import offlist.dns.Answer;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import offlist.dns.Resolvers;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A file read here gives the answers that the list server gives for the same file over DNS. */
class RbldnsdAgreementTest {
    private static final String SERVER = "alive.example";
    private static final int FILES = 12;
    private static final int QUESTIONS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void everyRandomIp4setAnswersAlike() throws Exception {
        agree(FileFormat.IP4SET, Long.getLong("offlist.local.seed", 20261122));
    }

    @Test
    void everyRandomIp6trieAnswersAlike() throws Exception {
        agree(FileFormat.IP6TRIE, Long.getLong("offlist.local.seed", 20261123));
    }

    private void agree(FileFormat format, long seed) throws Exception {
        List<RandomZone> zones = new ArrayList<>();
        try (Rbldnsd server = Rbldnsd.serving(SERVER);
                Resolvers resolvers = new Resolvers()) {
            server.stop();
            for (int i = 0; i < FILES; i++) {
                RandomZone zone = new RandomZone(new Random(seed + i), format == FileFormat.IP6TRIE);
                zones.add(zone);
                server.dataset("zone" + i + ".example", format.name().toLowerCase(java.util.Locale.ROOT), zone.text());
            }
            server.start();
            Resolver served =
                    resolvers.resolver(ResolverId.parse(server.resolver()).orElseThrow());
            int listed = 0;
            for (int i = 0; i < FILES; i++) {
                listed += compare(zones.get(i), i, format, served, seed);
            }
            assertTrue(listed > FILES * QUESTIONS / 10, "too few addresses are listed to prove anything: " + listed);
        }
    }

    private int compare(RandomZone zone, int number, FileFormat format, Resolver served, long seed) throws Exception {
        Resolver local = local(zone.text(), format);
        int listed = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            String name = zone.name() + ".zone" + number + ".example.";
            for (int type : new int[] {Type.A, Type.TXT}) {
                String theirs = ask(served, name, type);
                String ours = ask(local, name, type);
                assertEquals(
                        theirs,
                        ours,
                        () -> name + "\nreplay with -Dofflist.local.seed=" + seed + ", zone " + number + ":\n"
                                + zone.text());
                listed += type == Type.A && !theirs.equals("none") ? 1 : 0;
            }
        }
        return listed;
    }

    private Resolver local(String text, FileFormat format) throws IOException {
        Path file = Files.writeString(folder.resolve("zone"), text + "\n");
        Optional<LocalZone> zone = switch (ZoneReader.read(new ListFile(file, Optional.of(format)))) {
            case ZoneReader.Result.Good good -> Optional.of(good.zone());
            case ZoneReader.Result.Bad bad -> throw new AssertionError(bad.why());
        };
        return new LocalResolver(new ResolverId("file:x"), () -> zone);
    }

    private static String ask(Resolver resolver, String name, int type) throws TextParseException {
        CompletableFuture<Answer> answer = resolver.ask(new Question(Name.fromString(name), type), PATIENCE);
        return switch (answer.join()) {
            case Answer.NoSuchName none -> "none";
            case Answer.NoData none -> "nothing of this type";
            case Answer.Failed failed -> "failed " + failed.cause();
            case Answer.Records records ->
                records.records().stream()
                        .map(record -> record.rdataToString())
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                        .toString();
        };
    }
}
