package offlist.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.alert.AlertSettings;
import offlist.bounce.BounceSettings;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.FurtherFiles;
import offlist.catalogue.ListChoice;
import offlist.catalogue.ListChoiceReader;
import offlist.catalogue.Selection;
import offlist.delist.RemovalSettings;
import offlist.dns.ResolverId;
import offlist.pool.PoolSettings;
import offlist.ticket.TicketSettings;
import offlist.track.ConfirmSettings;
import offlist.track.Severities;
import offlist.triage.CallSettings;
import offlist.yaml.Problem;
import offlist.yaml.Problems;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlReader;

/** Reads the operator's file, section by section, and reports all that is wrong with it at once. */
public final class SettingsReader {
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(24);

    private final Catalogue shipped;
    private final Problems problems = new Problems();
    private Optional<FurtherFiles> further = Optional.empty();

    private SettingsReader(Catalogue catalogue) {
        this.shipped = catalogue;
    }

    /** Reads a file; one that is missing or unreadable is a problem like any other. */
    public static Reading read(Path file, Catalogue catalogue) {
        if (!Files.exists(file)) {
            return unreadable("there is no configuration file " + file);
        }
        if (!Files.isRegularFile(file)) {
            return unreadable(file + " is not a file");
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return unreadable(file + " is larger than 16 MiB");
            }
            Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
            return read(new String(bytes, StandardCharsets.UTF_8), folder, catalogue);
        } catch (IOException denied) {
            return unreadable("the configuration file " + file + " cannot be read by this user");
        }
    }

    /** Reads the text of a file; relative paths in it begin in the folder. */
    public static Reading read(String text, Path folder, Catalogue catalogue) {
        SettingsReader reader = new SettingsReader(catalogue);
        Optional<Settings> settings =
                YamlReader.read(text, "", folder, reader.problems).map(reader::settings);
        List<Problem> wrong = reader.problems.list();
        List<Problem> warnings = reader.problems.warnings();
        return settings.isPresent() && wrong.isEmpty()
                ? new Reading.Good(settings.get(), warnings, reader.further)
                : new Reading.Bad(wrong, warnings, reader.further);
    }

    private static Reading unreadable(String message) {
        return new Reading.Bad(List.of(new Problem("", 0, message)), List.of(), Optional.empty());
    }

    private Settings settings(YamlMap root) {
        Optional<Duration> interval = Bounds.duration(root, "interval", SHORTEST_INTERVAL, LONGEST_INTERVAL);
        List<ResolverId> resolvers = ResolverTexts.read(root.textNodes("resolvers"), problems);
        Catalogue catalogue = catalogue(root);
        ListChoice choice = ListChoiceReader.read(root.section("lists"));
        ResolverTexts.check(choice, problems);
        choice.custom().forEach(new KeyInZone(catalogue, problems)::check);
        Selection lists = Selection.of(catalogue, choice, problems);
        new DayLimits(lists, problems).check(choice);
        Severities severities = new SeveritiesReader(lists.catalogue()).read(root);
        List<PoolSettings> pools = PoolsReader.read(root);
        ConfirmSettings confirm = ConfirmReader.read(root.section("confirm"));
        AlertSettings alert = AlertReader.read(root, new MatchValues(pools, lists.catalogue()));
        YamlMap removals = root.section("removal");
        TicketSettings tickets = TicketsReader.read(removals, alert.externalUrl());
        RemovalSettings removal = RemovalReader.read(removals);
        BounceSettings bounces = BouncesReader.read(root.section("bounces"));
        CallSettings triage = TriageReader.read(root.section("triage"));
        root.done();
        return new Settings(
                interval,
                resolvers,
                pools,
                choice,
                lists,
                confirm,
                severities,
                alert,
                removal,
                tickets,
                bounces,
                triage);
    }

    /** The shipped catalogue, with what the operator's own files make of it. */
    private Catalogue catalogue(YamlMap root) {
        further = root.file("catalogue")
                .map(directory -> CatalogueReader.over(
                        shipped, directory, root.textNode("catalogue").orElseThrow(), problems));
        return further.map(FurtherFiles::catalogue).orElse(shipped);
    }
}
