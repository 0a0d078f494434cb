package offlist.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import offlist.yaml.Problems;
import offlist.yaml.YamlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FurtherFilesTest {

    private static final String PSBL = """
            lists:
              - id: %s
                name: Ours
                zone: %s
                kinds: [ipv4]
                type: block
                profile: core
                severity: critical
                severity-reason: our own mirror
                scope: [address]
                style: exact
                codes:
                  - {match: 127.0.0.2, effect: listed, reason: spam-source, meaning: spam}
                test: {positive: [127.0.0.2], negative: [127.0.0.1], basis: documented}
                usage: {interval: 1h}
                removal: {methods: [email], email: postmaster@example.com}
                confidence: high
                sources: [rfc5782]
            """;

    private final Problems problems = new Problems();

    private static final Catalogue SHIPPED = CatalogueReader.shipped();

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    @Test
    void anOwnFileAddsAList() throws IOException {
        write("house.yaml", PSBL.formatted("house", "bl.example.com"));
        assertThat(read().list(new ListId("house"))).isPresent();
        assertEquals(List.of(), problems.list());
    }

    @Test
    void anOwnListNeedsNoMoreThanAnIdAndAZone() throws IOException {
        write("house.yaml", "lists: [{id: house, zone: bl.example.com}]\n");
        assertThat(read().list(new ListId("house"))).isPresent();
        assertEquals(List.of(), problems.list());
    }

    @Test
    void anOwnEntryTakesThePlaceOfAShippedOne() throws IOException {
        write("psbl.yaml", PSBL.formatted("psbl", "psbl.example.com"));
        DnsList psbl = read().list(new ListId("psbl")).orElseThrow();
        assertEquals("psbl.example.com", psbl.zone().name());
        assertEquals(Severity.CRITICAL, psbl.severity());
        assertEquals(List.of(), problems.list());
    }

    @Test
    void twoOwnEntriesWithOneIdAreAMistake() throws IOException {
        write("a.yaml", PSBL.formatted("house", "a.example.com"));
        write("b.yaml", PSBL.formatted("house", "b.example.com"));
        read();
        assertEquals("b.yaml: lists[0]: the id `house` is there twice (line 2)", shown());
    }

    @Test
    void aMistakeNamesItsFile() throws IOException {
        write("house.yaml", PSBL.formatted("house", "bl.example.com").replace("style: exact", "stile: exact"));
        read();
        assertEquals(
                "house.yaml: lists[0].stile: unknown key, did you mean `style`? (line 11)",
                shown().lines().findFirst().orElseThrow());
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        write("README.txt", "{not yaml");
        read();
        assertEquals(List.of(), problems.list());
    }

    @Test
    void aFileThatIsNoTextDoesNotHideTheOthers() throws IOException {
        Files.write(directory.resolve("a.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});
        write("b.yaml", "lists: [{id: house, zone: bl.example.com}]\n");
        assertThat(read().list(new ListId("house"))).isPresent();
        assertEquals("a.yaml: the file is not UTF-8 text", shown());
    }

    @Test
    void aMissingDirectoryIsAProblem() {
        directory = directory.resolve("none");
        read();
        assertEquals("catalogue: the catalogue directory " + directory + " is not there (line 7)", problems.toString());
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        write("house.yaml", "lists: []\n");
        directory = directory.resolve("house.yaml");
        read();
        assertThat(problems.toString()).contains("house.yaml is not a directory");
    }

    @Test
    void anEmptyDirectoryChangesNothing() {
        FurtherFiles further = further();
        assertEquals(SHIPPED.lists(), further.catalogue().lists());
        assertEquals(SHIPPED.closed(), further.catalogue().closed());
        assertEquals("0 files", further.words());
        assertEquals(List.of(), problems.list());
    }

    @Test
    void whatIsNotReplacedStaysTheSameObject() throws IOException {
        write("house.yaml", "lists: [{id: house, zone: bl.example.com}]\n");
        ListId spamcop = new ListId("spamcop");
        assertSame(SHIPPED.list(spamcop).orElseThrow(), read().list(spamcop).orElseThrow());
    }

    @Test
    void aReplacementHasToBeComplete() throws IOException {
        write("psbl.yaml", "lists: [{id: psbl, zone: psbl.example.com, severity: minor}]\n");
        read();
        assertEquals(
                "psbl.yaml: lists[0]: this takes the place of the shipped `psbl` as a whole, so it needs too: name, kinds,"
                        + " type, profile, severity-reason, scope, style, test, usage, removal, confidence, sources, codes"
                        + " (line 1)",
                shown());
    }

    @Test
    void aClosedEntryWithdrawsAListById() throws IOException {
        write("gone.yaml", closed("psbl", "other.example.com"));
        FurtherFiles further = further();
        assertThat(further.catalogue().list(new ListId("psbl"))).isEmpty();
        assertThat(further.catalogue().closed("psbl").orElseThrow().closure()).isEqualTo("closed since 2026-11-20");
        assertEquals("1 file; withdraws psbl", further.words());
        assertEquals(List.of(), problems.list());
    }

    @Test
    void aClosedEntryWithdrawsAListByZone() throws IOException {
        write("gone.yaml", closed("surriel", "psbl.surriel.com"));
        FurtherFiles further = further();
        assertThat(further.catalogue().list(new ListId("psbl"))).isEmpty();
        assertEquals("1 file; adds surriel; withdraws psbl", further.words());
        assertEquals(List.of(), problems.list());
    }

    @Test
    void aListThatOthersBelongToCanBeWithdrawn() throws IOException {
        write("gone.yaml", closed("spamhaus-zen", "zen.spamhaus.org"));
        Catalogue catalogue = read();
        assertEquals(List.of(), problems.list());
        Problems none = new Problems();
        Selection core = Selection.of(catalogue, ListChoice.usual(), none);
        assertThat(core.asked(new ListId("spamcop"))).isPresent();
        assertThat(core.asked(new ListId("spamhaus-zen"))).isEmpty();
        assertEquals(List.of(), none.list());
    }

    @Test
    void aWithdrawnListIsRefusedByName() throws IOException {
        write("gone.yaml", closed("psbl", "psbl.surriel.com"));
        Problems wrong = new Problems();
        Selection.of(read(), ListChoice.of(List.of("psbl")), wrong);
        assertThat(wrong.toString()).contains("the list `psbl` is closed since 2026-11-20");
    }

    @Test
    void aListThatCameBackIsClosedNoMore() throws IOException {
        String id = SHIPPED.closed().getFirst().id();
        String zone = SHIPPED.closed().getFirst().zones().getFirst();
        write("back.yaml", "lists: [{id: " + id + ", zone: " + zone + "}]\n");
        FurtherFiles further = further();
        assertThat(further.catalogue().list(new ListId(id))).isPresent();
        assertThat(further.catalogue().closed(id)).isEmpty();
        assertEquals("1 file; replaces " + id, further.words());
        assertEquals(List.of(), problems.list());
    }

    @Test
    void oneZoneOfSeveralThatCameBackLeavesTheOthersClosed() throws IOException {
        write("back.yaml", "lists: [{id: house, zone: l1.apews.org}]\n");
        Catalogue catalogue = read();
        assertThat(catalogue.closedZone("l1.apews.org")).isEmpty();
        assertThat(catalogue.closedZone("l2.apews.org")).isPresent();
        assertEquals(List.of(), problems.list());
    }

    @Test
    void aListAliveAndClosedInOneDirectoryIsAMistake() throws IOException {
        write("a.yaml", "lists: [{id: house, zone: bl.example.com}]\n");
        write("b.yaml", closed("house", "other.example.com"));
        read();
        assertEquals("b.yaml: closed[0]: `house` is the id of a live list (line 2)", shown());
    }

    @Test
    void aZoneOfAShippedListIsTakenAndTheOwnEntryHearsOfIt() throws IOException {
        write("house.yaml", "lists: [{id: house, zone: psbl.surriel.com}]\n");
        read();
        assertEquals("house.yaml: lists[0]: the zone psbl.surriel.com belongs to `psbl` already (line 1)", shown());
    }

    @Test
    void aReplacementMustKeepWhatShippedListsCountOn() throws IOException {
        DnsList part = SHIPPED.lists().stream()
                .filter(list -> !list.partOf().isEmpty())
                .findFirst()
                .orElseThrow();
        ListId whole = part.partOf().getFirst();
        write("whole.yaml", PSBL.formatted(whole, "whole.example.com"));
        read();
        assertThat(shown())
                .contains("whole.yaml: lists[0]: `combines` lacks `" + part.id() + "`, as the shipped `" + part.id()
                        + "` counts on it (line 2)");
    }

    @Test
    void sublistsReasonsSourcesAndPrivateReceiversAddUp() throws IOException {
        write("more.yaml", """
                lists:
                  - id: house
                    zone: bl.example.com
                    sources: [our-wiki]
                    codes: [{match: 127.0.0.2, effect: listed, reason: ours, meaning: ours, sublist: house-part}]
                sublists:
                  - {id: house-part, lists: [house], name: Part, reason: ours, meaning: part, sources: [our-wiki, rfc5782],
                     removal: {methods: [email], email: postmaster@example.com}}
                private:
                  - {id: big-receiver, operator: Big, name: Big, what: refuses, codes: [{code: X1, points-to: house, meaning: m}]}
                reasons: {ours: {means: we say so, sender-action: ask us}}
                sources: {our-wiki: https://wiki.example.com/}
                """);
        FurtherFiles further = further();
        assertEquals(List.of(), problems.list());
        assertEquals("1 file; adds house, house-part, big-receiver", further.words());
        assertThat(further.catalogue().reason("ours")).isPresent();
        assertThat(further.catalogue().source("our-wiki")).contains("https://wiki.example.com/");
        assertThat(further.catalogue().privateList("big-receiver")).isPresent();
    }

    @Test
    void aListKnowsItsFile() throws IOException {
        write("house.yaml", "lists: [{id: house, zone: bl.example.com}]\n");
        Catalogue catalogue = read();
        assertEquals(directory.resolve("house.yaml").toString(), catalogue.file(new ListId("house")));
        assertEquals("spamcop.yaml", catalogue.file(new ListId("spamcop")));
    }

    @Test
    void aConfigMapIsFollowed() throws IOException {
        Path version = Files.createDirectory(directory.resolve("..2026_11_22"));
        Files.writeString(version.resolve("house.yaml"), "lists: [{id: house, zone: bl.example.com}]\n");
        Files.createSymbolicLink(directory.resolve("..data"), Path.of("..2026_11_22"));
        Files.createSymbolicLink(directory.resolve("house.yaml"), Path.of("..data/house.yaml"));
        assertThat(read().list(new ListId("house"))).isPresent();
        assertEquals(List.of(), problems.list());
    }

    @Test
    void hiddenFilesAreLeftAlone() throws IOException {
        write(".house.yaml", "{not yaml");
        write("..house.yaml", "{not yaml");
        read();
        assertEquals(List.of(), problems.list());
    }

    @Test
    void aLinkOutOfTheDirectoryIsNotFollowed() throws IOException {
        Path outside =
                Files.writeString(elsewhere.resolve("house.yaml"), "lists: [{id: house, zone: bl.example.com}]\n");
        Files.createSymbolicLink(directory.resolve("house.yaml"), outside);
        assertThat(read().list(new ListId("house"))).isEmpty();
        assertEquals("house.yaml: leads out of the catalogue directory, to " + outside.toRealPath(), shown());
    }

    @Test
    void aLinkToNothingIsAMistake() throws IOException {
        Files.createSymbolicLink(directory.resolve("house.yaml"), Path.of("nothing.yaml"));
        read();
        assertEquals("house.yaml: the file cannot be read by this user", shown());
    }

    @Test
    void aDirectoryNamedLikeAFileIsAMistake() throws IOException {
        Files.createDirectory(directory.resolve("house.yaml"));
        read();
        assertEquals("house.yaml: is not a file", shown());
    }

    @Test
    void aTooLargeFileIsNotRead() throws IOException {
        write("big.yaml", "#".repeat(CatalogueDirectory.LARGEST + 1));
        read();
        assertThat(shown()).startsWith("big.yaml: too large: a catalogue file has at most 4 MiB");
    }

    @Test
    void tooManyFilesAreNotRead() throws IOException {
        for (int i = 0; i <= CatalogueDirectory.MOST_FILES; i++) {
            write("f" + i + ".yaml", "");
        }
        read();
        assertThat(problems.toString()).contains("has more than 256 files (line 7)");
    }

    @Test
    void anotherEndingIsToldNotRead() throws IOException {
        write("house.yml", "{not yaml");
        read();
        assertEquals(List.of(), problems.list());
        assertThat(problems.warnings().toString()).contains("house.yml: not read: catalogue files end in .yaml");
    }

    private static String closed(String id, String zone) {
        return """
                closed:
                  - id: %s
                    zones: [%s]
                    operator: Somebody
                    what: spam sources
                    closed: 2026-11-20
                    sources: [rfc5782]
                """.formatted(id, zone);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    /** The mistakes, with files named by themselves. */
    private String shown() {
        return problems.toString().replace(directory + "/", "");
    }

    private FurtherFiles further() {
        return CatalogueReader.over(SHIPPED, directory, new YamlText("catalogue", 7, "x"), problems);
    }

    private Catalogue read() {
        return further().catalogue();
    }
}
