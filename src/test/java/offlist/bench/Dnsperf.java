package offlist.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What dnsperf printed at its end. */
record Dnsperf(long completed, long lost, double seconds, double cpuSeconds) {
    /** Of 50 to 1,000 pending questions and one or two clients and threads the fastest without losses. */
    private static final List<String> BEST = List.of("-q", "100", "-c", "1", "-T", "1");

    static Dnsperf run(Path directory, Path names, int port, int seconds) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(Tool.need("dnsperf", "dnsperf")));
        command.addAll(List.of("-s", "127.0.0.1", "-p", String.valueOf(port), "-d", names.toString()));
        command.addAll(List.of("-l", String.valueOf(seconds)));
        command.addAll(BEST);
        return read(Tool.run(directory, seconds + 30L, command));
    }

    static Dnsperf read(Tool tool) {
        return new Dnsperf(
                (long) number(tool.output(), "Queries completed"),
                (long) number(tool.output(), "Queries lost"),
                number(tool.output(), "Run time \\(s\\)"),
                tool.cpuSeconds());
    }

    private static double number(String output, String label) {
        return Pattern.compile("^ *" + label + ": +([0-9.]+)", Pattern.MULTILINE)
                .matcher(output)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("dnsperf did not say `" + label + "`: " + output));
    }

    double rate() {
        return completed / seconds;
    }

    double microsPerQuery() {
        return cpuSeconds * 1e6 / completed;
    }
}
