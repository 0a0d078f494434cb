package offlist.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.bounce.SourceSettings;
import offlist.bounce.SourceSettings.LogFormat;
import offlist.pool.IpAddress;
import offlist.yaml.YamlMap;

/** Reads an entry of {@code bounces.sources}. */
final class BounceSourceReader {
    private static final List<String> KINDS = List.of("maildir", "mbox", "log", "journal", "imap");
    /** Nothing that could be an option of a command. */
    private static final String UNIT = "[A-Za-z0-9_][A-Za-z0-9_.:@*/\\\\-]{0,200}";

    private BounceSourceReader() {}

    static Optional<SourceSettings> read(YamlMap entry) {
        if (KINDS.stream().filter(entry::has).count() != 1) {
            entry.problems().add(entry, "a source is one of `maildir`, `mbox`, `log`, `journal` and `imap`");
        }
        Optional<SourceSettings> maildir = entry.file("maildir").map(SourceSettings.Maildir::new);
        Optional<SourceSettings> mbox = entry.file("mbox").map(SourceSettings.Mbox::new);
        Optional<SourceSettings> lines = lines(entry);
        Optional<SourceSettings> imap = entry.map("imap").flatMap(ImapReader::read);
        entry.done();
        return Stream.of(maildir, mbox, lines, imap).flatMap(Optional::stream).findFirst();
    }

    /** A log in a file, or in the journal. */
    private static Optional<SourceSettings> lines(YamlMap entry) {
        Optional<Path> log = entry.file("log");
        Optional<String> journal = entry.optionalText("journal");
        Optional<LogFormat> format = entry.enumeration("format", LogFormat.class);
        Map<String, IpAddress> addresses = addresses(entry.section("addresses"));
        if (log.isPresent()) {
            entry.needs("format");
            return format.map(known -> new SourceSettings.Log(log.get(), known, addresses));
        }
        if (journal.isPresent()) {
            return journal(entry, journal.get(), format, addresses);
        }
        if (entry.has("format") || entry.has("addresses")) {
            entry.problems().add(entry, "`format` and `addresses` belong to a `log` or a `journal`");
        }
        return Optional.empty();
    }

    private static Optional<SourceSettings> journal(
            YamlMap entry, String name, Optional<LogFormat> format, Map<String, IpAddress> addresses) {
        if (!name.matches(UNIT)) {
            entry.problem("journal", "the name of a unit is wanted, such as `postfix@-.service`");
        }
        if (format.filter(known -> known != LogFormat.POSTFIX).isPresent()) {
            entry.problem("format", "the journal is read as `postfix` only; for others there is `log`");
        }
        return Optional.of(new SourceSettings.Journal(name, addresses));
    }

    private static Map<String, IpAddress> addresses(YamlMap section) {
        Map<String, IpAddress> addresses = new LinkedHashMap<>();
        for (String name : section.keys()) {
            Optional<IpAddress> address = section.optionalText(name).flatMap(IpAddress::tryParse);
            if (address.isEmpty()) {
                section.problem(name, "an address such as 192.0.2.10 is wanted");
            }
            address.ifPresent(known -> addresses.put(name, known));
        }
        section.done();
        return addresses;
    }
}
