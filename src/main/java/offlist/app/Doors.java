package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import offlist.bounce.Attempt;
import offlist.bounce.Delivery;
import offlist.bounce.RefusalDesk;
import offlist.bounce.SourceSettings;
import offlist.bounce.SourceSettings.LogFormat;
import offlist.bounce.intake.BounceSource;
import offlist.bounce.intake.ImapSource;
import offlist.bounce.intake.JournalSource;
import offlist.bounce.intake.LogSource;
import offlist.bounce.intake.MaildirSource;
import offlist.bounce.intake.MboxSource;
import offlist.bounce.intake.Positions;
import offlist.bounce.intake.SmtpListener;
import offlist.bounce.log.LogLine;
import offlist.bounce.log.LogReader;
import offlist.bounce.log.LogReaders;
import org.jboss.logging.Logger;

/** Opens the sources of bounces that the operator names. */
final class Doors {
    private static final Logger LOG = Logger.getLogger(Doors.class);
    private static final String JOURNALCTL = "journalctl";

    private final RefusalDesk desk;
    private final Positions positions;
    private final Supplier<Duration> keep;
    private final InstantSource clock;

    /** @param keep how long refusals are kept */
    Doors(RefusalDesk desk, Positions positions, Supplier<Duration> keep, InstantSource clock) {
        this.desk = desk;
        this.positions = positions;
        this.keep = keep;
        this.clock = clock;
    }

    Intake open(SourceSettings settings) {
        return Intake.of(source(settings), settings instanceof SourceSettings.Imap);
    }

    private BounceSource source(SourceSettings settings) {
        return switch (settings) {
            case SourceSettings.Maildir maildir -> new MaildirSource(maildir.directory(), desk::message);
            case SourceSettings.Mbox mbox -> new MboxSource(mbox.file(), positions, desk::message);
            case SourceSettings.Log log -> {
                LogReader reader = LogReaders.of(log.format(), log.addresses(), clock, ZoneId.systemDefault());
                yield new LogSource(
                        log.format().name().toLowerCase(Locale.ROOT),
                        log.file(),
                        positions,
                        lines -> taken(reader, lines));
            }
            case SourceSettings.Journal journal -> {
                LogReader reader = LogReaders.of(LogFormat.POSTFIX, journal.addresses(), clock, ZoneId.systemDefault());
                yield new JournalSource(
                        JOURNALCTL,
                        journal.name(),
                        positions,
                        lines -> taken(reader, lines),
                        words -> LOG.warnf("%s says of %s: %s", JOURNALCTL, journal.name(), Plain.text(words)),
                        clock);
            }
            case SourceSettings.Imap imap -> new ImapSource(imap, positions, keep, desk::message, clock);
            case SourceSettings.Listen listen ->
                new SmtpListener(
                        listen,
                        desk::message,
                        words -> LOG.warnf("a bounce that came by SMTP or LMTP was not kept: %s", Plain.text(words)),
                        clock);
        };
    }

    private void taken(LogReader reader, List<String> lines) {
        List<Attempt> refused = new ArrayList<>();
        List<Delivery> delivered = new ArrayList<>();
        for (String line : lines) {
            for (LogLine told : reader.read(line)) {
                switch (told) {
                    case LogLine.Refused one -> refused.add(one.attempt());
                    case LogLine.Delivered one -> delivery(one).ifPresent(delivered::add);
                }
            }
        }
        desk.attempts(refused);
        desk.delivered(delivered);
    }

    /** Where the log says from which address, and when. */
    private Optional<Delivery> delivery(LogLine.Delivered line) {
        String domain = line.recipient().substring(line.recipient().lastIndexOf('@') + 1);
        Instant at = line.at().orElseGet(clock::instant);
        return line.sourceAddress().map(address -> new Delivery(address, domain, at));
    }
}
