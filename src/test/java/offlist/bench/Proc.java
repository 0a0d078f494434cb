package offlist.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What the Linux kernel tells of a process. */
final class Proc {
    /** The unit of /proc/PID/stat that every Linux shows to programs, whatever its own clock ticks in. */
    private static final double TICKS_PER_SECOND = 100;

    private Proc() {}

    /** User and system time of a process so far, all its threads together. */
    static double cpuSeconds(long pid) {
        return cpuSeconds(read("/proc/" + pid + "/stat"));
    }

    /** The name of the program stands in brackets and may contain anything, brackets and spaces too. */
    static double cpuSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** {@code VmRSS} now, {@code VmHWM} at most, in MB of 1,048,576 bytes. */
    static double megabytes(long pid, String what) {
        return megabytes(read("/proc/" + pid + "/status"), what);
    }

    static double megabytes(String status, String what) {
        return status.lines()
                .filter(line -> line.startsWith(what + ":"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Datagrams that did not fit into the receive buffer of the socket on a port. */
    static long drops(int port) {
        return drops(read("/proc/net/udp"), port);
    }

    static long drops(String table, int port) {
        String local = String.format(Locale.ROOT, ":%04X", port);
        return table.lines()
                .map(line -> line.strip().split(" +", -1))
                .filter(fields -> fields.length > 2 && fields[1].endsWith(local))
                .mapToLong(fields -> Long.parseLong(Arrays.asList(fields).getLast()))
                .sum();
    }

    static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
