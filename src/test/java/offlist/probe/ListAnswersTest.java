package offlist.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.catalogue.Answers;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Profile;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Style;
import offlist.catalogue.Zone;
import offlist.dns.Resolvers;
import offlist.pool.Target;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsZone;
import offlist.yaml.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.Type;

/**
 * What each list of the profile core may answer, and each list that is not read word for word: one file for each under
 * {@code catalogue/answers}, its lines {@code answers => verdict}, replayed over DNS.
 */
class ListAnswersTest {
    private static final Path FOLDER = Path.of("src/test/resources/catalogue/answers");
    private static final Catalogue SHIPPED = CatalogueReader.shipped();

    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final Prober prober = new DnsProber(resolvers::resolver, InstantSource.system());

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    /** One line of a file. */
    private record Line(String answers, String verdict) {
        static Line parse(String line) {
            String[] sides = line.split(" => ", -1);
            assertThat(sides).as(line).hasSize(2);
            return new Line(sides[0].strip(), sides[1].strip());
        }

        List<String> codes() {
            return answers.matches("[0-9., ]+") ? List.of(answers.split(", ")) : List.of();
        }
    }

    static List<String> wanted() {
        return SHIPPED.lists().stream()
                .filter(list -> list.profile() == Profile.CORE || list.style() != Style.EXACT)
                .map(list -> list.id().value())
                .toList();
    }

    private static DnsList list(String id) {
        return SHIPPED.list(new ListId(id)).orElseThrow();
    }

    private static List<Line> lines(String id) {
        try (Stream<String> lines = Files.lines(FOLDER.resolve(id + ".txt"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereIsAFileForEachOfThemAndForNoOther() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(wanted());
        }
    }

    @ParameterizedTest
    @MethodSource("wanted")
    void everyAnswerIsReadAsItsFileSays(String id) throws Exception {
        List<String> said = new ArrayList<>();
        for (Line line : lines(id)) {
            said.add(line.answers() + " => " + verdict(list(id), line));
        }
        assertThat(said)
                .containsExactlyElementsOf(lines(id).stream()
                        .map(line -> line.answers() + " => " + line.verdict())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("wanted")
    void everyCodeOfTheListHasALine(String id) {
        DnsList list = list(id);
        List<ReturnCode> codes = list.style() == Style.TXT ? List.of() : list.codes();
        Set<ReturnCode> used = lines(id).stream()
                .flatMap(line -> line.codes().stream())
                .flatMap(code -> list.codesFor(Answers.parse(code).orElseThrow()).stream())
                .collect(Collectors.toSet());
        assertThat(codes).allSatisfy(code -> assertThat(used).contains(code));
    }

    private String verdict(DnsList list, Line line) throws Exception {
        Zone zone = list.zone().needsKey() ? list.zone().withKey(Secret.of("k3y")) : list.zone();
        AskedList asked = new AskedList(list, zone, List.of(dns.id()), AskedLists.TIMEOUT, 1);
        String target = list.kinds().contains(Kind.IPV4)
                ? "192.0.2.10"
                : list.kinds().contains(Kind.IPV6) ? "2001:db8::25" : "example.org";
        dns.dropZone(zone.name());
        fill(dns.zone(zone.name()), target, line);
        Check check = new Check(asked, Target.parse(target), dns.id(), false);
        return words(prober.probe(check).get(20, TimeUnit.SECONDS).verdict());
    }

    private static void fill(FakeDnsZone zone, String target, Line line) {
        switch (line.answers().split(" ")[0]) {
            case "NXDOMAIN" -> {}
            case "NODATA" -> zone.exists(target);
            case "TXT" ->
                zone.add(zone.nameOf(target) + "", Type.TXT, line.answers().substring(4));
            default -> zone.list(target, line.codes(), "");
        }
    }

    private static String words(Verdict verdict) {
        String score = verdict.score().isPresent() ? "score " + verdict.score().getAsInt() : "";
        return switch (verdict) {
            case Verdict.Listed listed ->
                (listed.hits().stream().allMatch(hit -> hit.code().effect() == Effect.ALLOWLISTED)
                                ? "allowed "
                                : "listed ")
                        + Stream.concat(listed.hits().stream().map(ListAnswersTest::code), Stream.of(score))
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.joining(", "));
            case Verdict.NotListed clean -> "not listed";
            case Verdict.Scored scored -> score;
            case Verdict.Refused refused -> "refused " + refused.hit().code().reason();
            case Verdict.Failed failed -> "failed " + failed.cause().label();
        };
    }

    private static String code(Verdict.Hit hit) {
        return hit.code().reason()
                + hit.code().sublist().map(sublist -> "(" + sublist + ")").orElse("");
    }
}
