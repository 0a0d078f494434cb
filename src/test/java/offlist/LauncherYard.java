package offlist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A small world for the launcher: its own copy beside a Maven that notes its calls, JDKs that print how they were
 * started, and nothing else on the PATH than the tools a system has. In the copy the folders of the system are moved
 * below this world, so that the JDKs of the machine cannot be found.
 */
final class LauncherYard {
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "chmod",
            "dirname",
            "env",
            "find",
            "flock",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tee",
            "touch",
            "uname");
    private static final Pattern SYSTEM_FOLDER = Pattern.compile("(?<=[ (])/(?=usr/|opt/|home/|Library/)");

    /** What one start of the launcher left behind. */
    record Outcome(int exit, String out, String err) {
        String argument(String name) {
            return out.lines()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElse("");
        }

        List<String> arguments() {
            return out.lines()
                    .filter(line -> line.startsWith("arg="))
                    .map(line -> line.substring(4))
                    .toList();
        }
    }

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    LauncherYard(Path root) throws IOException {
        this.root = root.toRealPath();
        Files.createDirectories(checkout().resolve("src/main/java"));
        Files.createDirectories(tools());
        Files.createDirectories(home());
        Files.writeString(checkout().resolve("pom.xml"), "<project/>");
        String launcher = Files.readString(Path.of("offlist"));
        executable(launcher(), moved(launcher));
        Files.createDirectories(checkout().resolve("deploy/dist"));
        Files.copy(Path.of("deploy/dist/start.sh"), checkout().resolve("deploy/dist/start.sh"));
        executable(checkout().resolve("mvnw"), """
                #!/bin/sh
                echo "maven says something"
                printf 'mvnw' >>calls
                printf ' [%s]' "$@" >>calls
                echo >>calls
                [ ! -e broken ] || { echo "Foo.java:7 is wrong"; exit 1; }
                mkdir -p target/quarkus-app
                : >target/quarkus-app/quarkus-run.jar
                printf libraries >target/bench.classpath
                """);
        for (String tool : TOOLS) {
            lend(tool);
        }
        environment.put("PATH", tools().toString());
        environment.put("HOME", home().toString());
    }

    private String moved(String launcher) {
        Matcher folders = Pattern.compile("look_everywhere\\(\\) \\{.*?\n}", Pattern.DOTALL)
                .matcher(launcher);
        String system = system("").toString();
        return folders.replaceFirst(found -> Matcher.quoteReplacement(
                        SYSTEM_FOLDER.matcher(found.group()).replaceAll(Matcher.quoteReplacement(system + "/"))))
                .replace("policy=/usr/sbin/", "policy=" + system + "/");
    }

    Path checkout() {
        return root.resolve("my projects/off list");
    }

    Path launcher() {
        return checkout().resolve("offlist");
    }

    Path home() {
        return root.resolve("home/a user");
    }

    Path tools() {
        return root.resolve("bin");
    }

    /** A folder of the system, such as {@code usr/lib/jvm/x}. */
    Path system(String folder) {
        return root.resolve("system").resolve(folder);
    }

    Path jar() {
        return checkout().resolve("target/quarkus-app/quarkus-run.jar");
    }

    LauncherYard set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** A JDK with a release file. */
    Path jdk(Path folder, String version) throws IOException {
        jre(folder, version);
        executable(folder.resolve("bin/javac"), "#!/bin/sh\necho javac " + version + "\n");
        Files.writeString(
                folder.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"X\"\n");
        return folder;
    }

    /** Runs programs and compiles nothing. */
    Path jre(Path folder, String version) throws IOException {
        executable(folder.resolve("bin/java"), """
                #!/bin/sh
                echo "version=%s"
                echo "home=$JAVA_HOME"
                echo "directory=$PWD"
                for arg; do
                    case $arg in -XX:AOTCacheOutput=*)
                        echo learned >>"%s/learnings"
                        [ -e "%s/dull" ] || echo learned >"${arg#*=}"
                        echo "ALERT something is listed" ;;
                    esac
                    echo "arg=$arg"
                done
                """.formatted(version, root, root));
        return folder;
    }

    LauncherYard goodJdk() throws IOException {
        return set("JAVA_HOME", jdk(root.resolve("jdk"), "25.0.1").toString());
    }

    LauncherYard built() throws IOException {
        Files.createDirectories(jar().getParent());
        Files.writeString(jar(), "");
        return this;
    }

    /** Built as the framework lays it out. */
    LauncherYard builtWhole() throws IOException {
        for (String file :
                List.of("quarkus/generated-bytecode.jar", "app/offlist.jar", "lib/boot/b.jar", "lib/main/m.jar")) {
            Path path = jar().getParent().resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "");
        }
        return built();
    }

    /** How often a JVM was told to learn, since the beginning. */
    long learnings() throws IOException {
        Path learnings = root.resolve("learnings");
        return Files.exists(learnings) ? Files.readAllLines(learnings).size() : 0;
    }

    /** From now on no JVM learns anything. */
    LauncherYard dull() throws IOException {
        Files.writeString(root.resolve("dull"), "");
        return this;
    }

    LauncherYard changed(String file) throws IOException {
        Path path = checkout().resolve(file);
        Files.writeString(path, "changed");
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(60)));
        return this;
    }

    LauncherYard tool(String name, String script) throws IOException {
        executable(tools().resolve(name), script);
        return this;
    }

    List<String> calls() throws IOException {
        Path calls = checkout().resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(launcher(), root, arguments);
    }

    Outcome run(Path launcher, Path directory, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(root, "out", "");
        Path err = Files.createTempFile(root, "err", "");
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher hangs: " + Files.readString(err));
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A script, for the temporary folder is swept with a warning for each link that leads out of it. */
    private void lend(String tool) throws IOException {
        Optional<Path> found = Stream.of("/bin", "/usr/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isPresent()) {
            tool(tool, "#!/bin/sh\nexec " + found.get() + " \"$@\"\n");
        }
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
