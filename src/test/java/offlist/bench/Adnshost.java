package offlist.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** adnshost, which asks everything at once; what it made of each name. */
record Adnshost(long noSuchName, long lines) {
    private static final Pattern OUTCOME = Pattern.compile("^\\d+ \\d+ \\w+ \\d+ (\\w+) ", Pattern.MULTILINE);

    /** It knows no other port than 53. */
    static Adnshost run(Path directory, Path names, String server) throws IOException, InterruptedException {
        String feed = "exec \"$0\" --asynch --quiet --config \"nameserver $1\" --no-env -ta -f <\"$2\"";
        Tool tool = Tool.run(
                directory,
                60,
                List.of("sh", "-c", feed, Tool.need("adnshost", "adns-tools"), server, names.toString()));
        return read(tool.output());
    }

    static Adnshost read(String output) {
        List<String> outcomes =
                OUTCOME.matcher(output).results().map(found -> found.group(1)).toList();
        return new Adnshost(outcomes.stream().filter("nxdomain"::equals).count(), outcomes.size());
    }
}
