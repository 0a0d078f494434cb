package offlist.deploy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import offlist.testing.Scratch;

/**
 * A root directory of its own in a mount namespace, in memory: what is installed, written or broken in it reaches no file of
 * the machine, and is gone with it. It has no Java. The network is the machine's, as lists on the loopback are asked.
 */
final class Room implements AutoCloseable {
    private static final String PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

    /** Files of the machine below, changes in memory; folders in which a Java could lie are empty. */
    private static final String LIKE_THIS_MACHINE = """
            mkdir "$1/upper" "$1/work"
            mount -t overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" overlay "$1/root"
            for place in usr/lib/jvm opt root home run tmp; do
                [ ! -d "$1/root/$place" ] || mount -t tmpfs -o mode=755 room "$1/root/$place"
            done
            chmod 1777 "$1/root/tmp"
            mount -t proc proc "$1/root/proc"
            mount --bind /dev "$1/root/dev"
            """;

    /** Nothing but a shell, the few programs the launcher calls, and the C library with its parts. */
    private static final String BARE = """
            room=$1/root
            mount --bind "$room" "$room"
            mkdir -p "$room/proc" "$room/dev" "$room/bin" "$room/tmp" "$room/usr"
            ln -s ../bin "$room/usr/bin"
            for program in dash bash dirname readlink env; do
                file=$(readlink -f "$(command -v "$program")")
                cp "$file" "$room/bin/$program"
                ldd "$file" | sed -n 's/^[^/]*\\(\\/[^ ]*\\) .*/\\1/p' >>"$1/libraries"
            done
            for part in libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1; do
                ldconfig -p | sed -n "s/.*$part (libc6,x86-64.* => //p" >>"$1/libraries"
            done
            sort -u "$1/libraries" | while read -r library; do
                mkdir -p "$room$(dirname "$library")"
                cp -L "$library" "$room$library"
            done
            ln -s dash "$room/bin/sh"
            mount -t proc proc "$room/proc"
            for device in null zero random urandom; do
                : >"$room/dev/$device"
                mount --bind "/dev/$device" "$room/dev/$device"
            done
            """;

    private final Scratch scratch = Scratch.open("room");
    private final Process holder;
    private final long pid;

    private Room(String furnish) {
        String script = "set -eu\nmount -t tmpfs -o mode=755 room \"$1\"\nmkdir \"$1/root\"\n" + furnish
                + "echo \"ready $$\"\nread -r end || :\n";
        holder = begin(List.of(
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "sh",
                "-c",
                script,
                "room",
                scratch.directory().toString()));
        pid = awaitReady();
    }

    static Room likeThisMachine() {
        return new Room(LIKE_THIS_MACHINE);
    }

    static Room bare() {
        return new Room(BARE);
    }

    private static Process begin(List<String> command) {
        try {
            return new ProcessBuilder(Shell.asRoot(command))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long awaitReady() {
        StringBuilder said = new StringBuilder();
        try {
            BufferedReader reader = holder.inputReader(StandardCharsets.UTF_8);
            String line = reader.readLine();
            while (line != null && !line.startsWith("ready ")) {
                said.append(line).append('\n');
                line = reader.readLine();
            }
            if (line != null) {
                return Long.parseLong(line.substring("ready ".length()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
        throw new AssertionError("no room could be made, which takes root and a mount namespace:\n" + said);
    }

    /** Where the room's root lies for programs outside that look into the namespace. */
    String root() {
        return scratch.directory() + "/root";
    }

    /** Changes in it, each a path with its kind (as of {@code find -printf %y}); in a room like this machine. */
    List<String> changes() {
        return outside("find", scratch.directory() + "/upper", "-mindepth", "1", "-printf", "%P %y\\n")
                .demandGood()
                .output()
                .lines()
                .sorted()
                .toList();
    }

    /** A program of the machine with the room's mounts. */
    Shell.Ended outside(String... command) {
        List<String> whole = new ArrayList<>(entering());
        whole.addAll(List.of(command));
        return Shell.run(Shell.asRoot(whole));
    }

    /** A program of the room, as its root. */
    Shell.Ended run(String... command) {
        return Shell.run(Shell.asRoot(inside("0:0", Map.of("DEBIAN_FRONTEND", "noninteractive"), List.of(command))));
    }

    Shell.Ended sh(String script) {
        return run("sh", "-ec", script);
    }

    /** A program of the room as another user, to its end. */
    Shell.Ended runAs(String user, Map<String, String> environment, List<String> command) {
        return Shell.run(Shell.asRoot(inside(user, environment, command)));
    }

    /** A program of the room that goes on; what it prints goes to the file. */
    Process start(String user, Map<String, String> environment, List<String> command, Path log) {
        try {
            return new ProcessBuilder(Shell.asRoot(inside(user, environment, command)))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> entering() {
        return List.of("nsenter", "--target", String.valueOf(pid), "--mount", "--");
    }

    private List<String> inside(String user, Map<String, String> environment, List<String> command) {
        List<String> whole = new ArrayList<>(entering());
        whole.addAll(List.of("/usr/bin/env", "-i"));
        environment.forEach((name, value) -> whole.add(name + "=" + value));
        if (!environment.containsKey("PATH")) {
            whole.add("PATH=" + PATH);
        }
        whole.addAll(List.of("/usr/sbin/chroot", "--userspec=" + user, "--groups=", root()));
        whole.addAll(command);
        return whole;
    }

    /** Puts a file or a folder of the machine into a folder of the room. */
    Room bring(Path file, String folder) {
        outside("mkdir", "-p", root() + folder).demandGood();
        outside("cp", "-a", file.toString(), root() + folder + "/").demandGood();
        return this;
    }

    Room unpack(Path archive, String folder) {
        outside("mkdir", "-p", root() + folder).demandGood();
        outside("tar", "--extract", "--file", archive.toString(), "--directory", root() + folder)
                .demandGood();
        return this;
    }

    Room write(String file, String text) {
        String script = "mkdir -p \"$(dirname \"$1\")\" && printf %s \"$2\" >\"$1\" && chmod 644 \"$1\"";
        outside("sh", "-c", script, "write", root() + file, text).demandGood();
        return this;
    }

    /** From now on only these folders can be written, as under {@code ProtectSystem=strict} or {@code --read-only}. */
    Room readOnlyBut(String... folders) {
        for (String folder : folders) {
            outside("mount", "--bind", root() + folder, root() + folder).demandGood();
        }
        outside("mount", "-o", "remount,bind,ro", root()).demandGood();
        return this;
    }

    @Override
    public void close() {
        try {
            holder.getOutputStream().close();
            if (!holder.waitFor(10, TimeUnit.SECONDS)) {
                holder.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        scratch.close();
    }
}
