package offlist.bounce.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the journal is asked for the lines of a mail server.
 *
 * @param name a unit, or what lines are marked with
 */
record JournalCommand(String program, String name) {
    private static final Pattern UNIT = Pattern.compile(".*\\.(?:service|slice|scope|socket)");

    List<String> from(Position position, boolean follow) {
        List<String> command = new ArrayList<>(
                List.of(program, "--output=json", "--all", "--output-fields=SYSLOG_IDENTIFIER,MESSAGE", "--no-pager"));
        command.add((UNIT.matcher(name).matches() ? "--unit=" : "--identifier=") + name);
        command.add(position.file().isEmpty() ? "--since=@" + position.offset() : "--after-cursor=" + position.file());
        command.add("--no-tail");
        if (follow) {
            command.add("--follow");
        }
        return command;
    }
}
