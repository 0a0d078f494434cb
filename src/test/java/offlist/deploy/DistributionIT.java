package offlist.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import offlist.testing.FakeDns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The archive, unpacked where there is a C library, a shell and nothing else. */
class DistributionIT {
    private static final String USER = "65532:65532";
    private static final String FOLDER = "/srv/mail tools";
    private static final Pattern JDK_MODULE = Pattern.compile("-> ((?:java|jdk)\\.[a-z.]+)");
    /** Of what can compile Java nothing is used. */
    private static final Set<String> FOR_COMPILING = Set.of("java.compiler", "jdk.compiler");

    private static Room room;

    @BeforeAll
    static void unpack() {
        room = Room.bare().unpack(Distribution.archive(), FOLDER);
        room.outside("mkdir", "-p", room.root() + "/var/lib/offlist").demandGood();
        room.outside("chown", USER, room.root() + "/var/lib/offlist").demandGood();
        room.write("/etc/offlist/offlist.yaml", "pools: []\nlists: {use: []}\n");
        room.readOnlyBut("/var/lib/offlist");
    }

    @AfterAll
    static void leave() {
        room.close();
    }

    private static String program() {
        return FOLDER + "/" + Distribution.name() + "/offlist";
    }

    @Test
    void itsCommandsRunForAUserWithoutAHomeAndWithoutAnyPath() {
        Shell.Ended version = room.runAs(USER, Map.of(), List.of(program(), "--version"));

        assertThat(version.output()).isEqualTo("offlist " + Distribution.version() + "\n");
        assertThat(version.exit()).isZero();
        assertThat(room.runAs(USER, Map.of(), List.of(program(), "config", "check"))
                        .output())
                .contains("/etc/offlist/offlist.yaml");
    }

    @Test
    void aJavaOfTheMachineHasNoSay() {
        Shell.Ended version = room.runAs(
                USER,
                Map.of("JAVA_HOME", "/nowhere", "JAVA_TOOL_OPTIONS", "-Xnonsense", "JDK_JAVA_OPTIONS", "-Xnonsense"),
                List.of(program(), "--version"));

        assertThat(version.output()).isEqualTo("offlist " + Distribution.version() + "\n");
    }

    @Test
    void theDaemonRunsOnAReadOnlyRootAndFindsWhatIsListed() {
        try (FakeDns dns = FakeDns.start()) {
            dns.zone("bl.example").testPoints().list("192.0.2.10", "127.0.0.2");
            room.write("/var/lib/offlist/offlist.yaml", RoomDaemon.configuration(dns));
            Map<String, String> environment =
                    Map.of("OFFLIST_DATA", "/var/lib/offlist", "OFFLIST_CONFIG", "/var/lib/offlist/offlist.yaml");
            try (RoomDaemon daemon = new RoomDaemon(room, USER, environment, List.of(program(), "run")).awaitReady()) {
                assertThat(daemon.check("192.0.2.10").toString()).contains("\"listed\"");
                assertThat(daemon.check("192.0.2.11").toString()).contains("\"not_listed\"");
                assertThat(daemon.metrics())
                        .contains("offlist_build_info{", "version=\"" + Distribution.version() + "\"");
                assertThat(daemon.owner()).isEqualTo(USER);
                assertThat(daemon.mapped()).contains("/offlist.aot", "/native/libsqlitejdbc.so");
                assertThat(daemon.output()).doesNotContain("WARNING", "Exception", "[warning]", "[error]", "ERROR");
                assertThat(daemon.stop()).isEqualTo(143);
            }
        }
    }

    @Test
    void whatWasLearnedForQuickStartsFitsWhereverItIsUnpacked() {
        Shell.Ended strict = room.runAs(
                USER, Map.of("OFFLIST_JAVA_OPTS", "-XX:AOTMode=on -Xlog:aot=error"), List.of(program(), "--version"));

        assertThat(strict.output()).isEqualTo("offlist " + Distribution.version() + "\n");
    }

    @Test
    void theRuntimeHasEveryModuleThatTheJarsUse() {
        Set<String> used = new TreeSet<>();
        jars().forEach(jar -> used.addAll(modulesUsed(jar)));
        used.removeAll(FOR_COMPILING);
        String has = Shell.run(Distribution.layout() + "/runtime/bin/java", "--list-modules")
                .demandGood()
                .output();

        assertThat(used)
                .contains("java.sql", "java.net.http", "jdk.unsupported")
                .allSatisfy(module -> assertThat(has).contains(module + "@"));
    }

    /** What a module says of itself, and of any other jar what jdeps finds. */
    private static Set<String> modulesUsed(Path jar) {
        Optional<ModuleDescriptor> module = descriptor(jar);
        if (module.isPresent()) {
            return module.orElseThrow().requires().stream()
                    .filter(required -> !required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                    .map(ModuleDescriptor.Requires::name)
                    .filter(name -> name.startsWith("java.") || name.startsWith("jdk."))
                    .collect(Collectors.toSet());
        }
        StringWriter out = new StringWriter();
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(out), "--multi-release", "25", "-s", jar.toString());
        return JDK_MODULE
                .matcher(out.toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Optional<ModuleDescriptor> descriptor(Path jar) {
        try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            JarEntry entry = file.getJarEntry("module-info.class");
            return entry == null ? Optional.empty() : Optional.of(ModuleDescriptor.read(file.getInputStream(entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> jars() {
        try (Stream<Path> files = Files.walk(Distribution.layout().resolve("app"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.endsWith("quarkus-run.jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
