package offlist.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.FurtherFiles;
import offlist.config.CheckReport;
import offlist.config.Reading;
import offlist.config.Settings;
import offlist.config.SettingsReader;
import offlist.pool.IpRange;
import offlist.yaml.Problem;

/**
 * The settings in force and where they come from.
 *
 * @param file the operator's file; empty when there is none
 * @param addresses the ranges of the command line, a pool of their own
 * @param further the operator's own catalogue files
 */
record Loaded(
        Settings settings,
        Optional<Path> file,
        List<IpRange> addresses,
        List<String> warnings,
        Optional<FurtherFiles> further) {

    /**
     * Finds and reads the operator's file: the one named, else {@code OFFLIST_CONFIG}, else {@code offlist.yaml} here,
     * else the system's.
     *
     * @throws CommandError with all problems when the file is wrong, or one that is named is not there
     */
    static Loaded load(Optional<Path> named, List<String> addresses, Catalogue catalogue) {
        List<IpRange> ranges = ranges(addresses);
        Optional<Path> file = named.or(Loaded::found);
        if (file.isEmpty()) {
            return new Loaded(with(Settings.none(catalogue), ranges), file, ranges, List.of(), Optional.empty());
        }
        return switch (SettingsReader.read(file.get(), catalogue)) {
            case Reading.Good good ->
                new Loaded(with(good.settings(), ranges), file, ranges, texts(good.warnings()), good.further());
            case Reading.Bad bad -> throw wrong(file.get(), bad);
        };
    }

    /** Settings from a text instead of a file. */
    static Loaded ofText(String text, Catalogue catalogue) {
        return switch (SettingsReader.read(text, Path.of(""), catalogue)) {
            case Reading.Good good ->
                new Loaded(good.settings(), Optional.empty(), List.of(), texts(good.warnings()), good.further());
            case Reading.Bad bad -> throw wrong(Path.of("settings"), bad);
        };
    }

    /** The file once more, after a change. */
    Reading again(Catalogue catalogue) {
        Reading reading = SettingsReader.read(file.orElseThrow(), catalogue);
        return reading instanceof Reading.Good good
                ? new Reading.Good(with(good.settings(), addresses), good.warnings(), good.further())
                : reading;
    }

    Loaded with(Reading.Good good) {
        return new Loaded(good.settings(), file, addresses, texts(good.warnings()), good.further());
    }

    /** The shipped catalogue with the operator's own files, without the lists of the settings. */
    Catalogue known(Catalogue shipped) {
        return further.map(FurtherFiles::catalogue).orElse(shipped);
    }

    private static Settings with(Settings settings, List<IpRange> ranges) {
        return ranges.isEmpty() ? settings : settings.withAddresses(ranges);
    }

    /** The file that is in use when none is named. */
    static Optional<Path> found() {
        return fromEnvironment().or(Loaded::usual);
    }

    private static Optional<Path> fromEnvironment() {
        return Optional.ofNullable(System.getenv("OFFLIST_CONFIG"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    private static Optional<Path> usual() {
        return Stream.of(Path.of("offlist.yaml"), Path.of("/etc/offlist/offlist.yaml"))
                .filter(Files::exists)
                .findFirst();
    }

    private static List<IpRange> ranges(List<String> texts) {
        List<IpRange> ranges = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String text : texts) {
            try {
                ranges.add(IpRange.parse(text));
            } catch (IllegalArgumentException e) {
                wrong.add(e.getMessage() == null ? "`" + text + "` is not an address" : e.getMessage());
            }
        }
        if (!wrong.isEmpty()) {
            throw new CommandError(CommandError.Exit.USAGE, wrong);
        }
        return ranges;
    }

    private static CommandError wrong(Path file, Reading.Bad bad) {
        return new CommandError(
                CommandError.Exit.CONFIG, CheckReport.of(file, bad).lines());
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
