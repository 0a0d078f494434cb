package offlist.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the figures were measured on and with. */
final class Machine {
    private Machine() {}

    static Map<String, String> describe(Bed bed) throws IOException, InterruptedException {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("processor", first(Proc.read("/proc/cpuinfo"), "model name\\s*: (.*)"));
        machine.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        machine.put("memory", first(Proc.read("/proc/meminfo"), "MemTotal: *(.*)"));
        machine.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        machine.put("offlist", offlist(bed));
        machine.put("rbldnsd", said("rbldnsd", "-h", "version (.*)"));
        machine.put("dnsperf", said("dnsperf", "-h", "Version (.*)"));
        machine.put("adnshost", said("adnshost", "--version", "adns[^0-9]*([0-9.]+)"));
        // Whoever else works on the machine takes from everybody who is measured, and not from each the same.
        machine.put("load of the last minute before", Proc.read("/proc/loadavg").split(" ", 2)[0]);
        machine.put("at", Instant.now().toString());
        return machine;
    }

    /** Builds it too, when its sources are newer. */
    private static String offlist(Bed bed) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(bed.program());
        command.add("--version");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("`" + String.join(" ", bed.program()) + " --version` failed: " + version);
        }
        return version.strip().replaceFirst("^offlist ", "");
    }

    private static String said(String program, String option, String pattern) throws IOException, InterruptedException {
        var path = Tool.find(program);
        return path.isEmpty()
                ? "not there"
                : first(
                        Tool.run(Path.of(System.getProperty("java.io.tmpdir")), 10, List.of(path.get(), option))
                                .output(),
                        pattern);
    }

    static String first(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
