package offlist;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The directions of the code, one rule for each sentence.
 *
 * <p>The root package is an argument, so that a small tree that breaks every rule can show that the rules bite.
 */
final class ArchitectureRules {
    private static final List<String> UP_TO_TRACK =
            List.of("yaml", "dns", "catalogue", "pool", "probe", "schedule", "track");
    private static final List<String> UP_TO_TRACK_AND_STORE = plus(UP_TO_TRACK, "store");
    private static final List<String> STAGES = plus(
            UP_TO_TRACK_AND_STORE,
            "journal",
            "metrics",
            "alert",
            "ready",
            "delist",
            "draft",
            "ticket",
            "events",
            "feed",
            "reply",
            "bounce",
            "smtp",
            "triage");

    private static final Set<String> RIM = Set.of("Stage", "Resource", "Config", "Check", "Filter");

    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    /** Every package with the packages of ours that it may import. Package app may import all. */
    private static Map<String, List<String>> imports() {
        Map<String, List<String>> imports = new LinkedHashMap<>();
        imports.put("yaml", List.of());
        imports.put("store", List.of());
        imports.put("dns", List.of());
        imports.put("catalogue", List.of("yaml"));
        imports.put("pool", List.of("dns"));
        imports.put("local", List.of("dns", "pool", "catalogue", "yaml"));
        imports.put("probe", List.of("dns", "catalogue", "pool", "yaml"));
        imports.put("schedule", List.of("pool", "catalogue", "yaml"));
        imports.put("track", List.of("pool", "catalogue", "dns", "probe", "yaml", "store"));
        for (String consumer : List.of("journal", "alert", "delist", "events", "feed")) {
            imports.put(consumer, UP_TO_TRACK_AND_STORE);
        }
        imports.put("smtp", List.of("dns", "pool"));
        imports.put("ready", List.of("dns", "pool", "catalogue", "yaml", "smtp"));
        imports.put("triage", plus(UP_TO_TRACK_AND_STORE, "reply", "bounce", "smtp"));
        imports.put("delist", plus(UP_TO_TRACK_AND_STORE, "ready"));
        imports.put("draft", plus(UP_TO_TRACK_AND_STORE, "ready", "delist", "alert"));
        imports.put("ticket", List.of("yaml", "store", "alert", "delist"));
        imports.put("metrics", plus(UP_TO_TRACK_AND_STORE, "reply"));
        imports.put("reply", List.of("pool", "catalogue", "yaml"));
        imports.put("bounce", plus(UP_TO_TRACK_AND_STORE, "reply"));
        imports.put("demo", List.of("dns", "pool", "catalogue"));
        imports.put("config", STAGES);
        imports.put("web", STAGES);
        return imports;
    }

    List<ArchRule> all() {
        List<ArchRule> rules = new ArrayList<>();
        imports().forEach((name, allowed) -> rules.add(direction(name, allowed)));
        rules.add(trackWritesNothing());
        rules.add(nobodyImportsTheRim());
        rules.add(onlyKnownPackages());
        rules.add(noCycles());
        rules.add(library("dnsjava", "org.xbill.DNS..", "dns", "local", "probe", "pool", "smtp", "bounce", "demo"));
        rules.add(library("Micrometer and the Prometheus client", "io.micrometer..", "metrics"));
        rules.add(library("The Prometheus client", "io.prometheus..", "metrics"));
        rules.add(library("YAML", "org.yaml..", "yaml"));
        rules.add(library("JDBC", "java.sql..", "store", "app"));
        rules.add(library("JDBC's pool interface", "javax.sql..", "store", "app"));
        rules.add(frameworkAtTheRim());
        rules.add(nullMarked());
        return rules;
    }

    private ArchRule direction(String name, List<String> allowed) {
        String[] reachable = plus(allowed, name).stream().map(this::in).toArray(String[]::new);
        String words = allowed.isEmpty() ? "nothing of ours" : "of ours only " + String.join(", ", allowed);
        return classes()
                .that()
                .resideInAPackage(in(name))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(root + "..").or(resideInAnyPackage(reachable)))
                .as("Package " + name + " imports " + words)
                .because("later stages import earlier ones, never back, and consumers do not know each other")
                .allowEmptyShould(true);
    }

    /** Events are encoded and decoded in one place for journal and consumers, which do not know each other. */
    private ArchRule trackWritesNothing() {
        return noClasses()
                .that()
                .resideInAPackage(in("track"))
                .should()
                .dependOnClassesThat(describe(
                        "belong to store and are not OutboxEntry",
                        c -> resideInAPackage(in("store")).test(c)
                                && !c.getSimpleName().equals("OutboxEntry")))
                .as("Package track writes nothing: of store it knows only OutboxEntry")
                .because("the tracker decides, the journal keeps")
                .allowEmptyShould(true);
    }

    private ArchRule nobodyImportsTheRim() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("web"), in("config"), in("demo"), in("app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("web"), in("config"), in("demo"), in("app"))
                .as("Nobody imports web, config, demo or app, but app itself")
                .because("a stage declares the settings record it wants, config fills it, and app wires both")
                .allowEmptyShould(true);
    }

    private ArchRule onlyKnownPackages() {
        String[] known = Stream.concat(imports().keySet().stream(), Stream.of("app"))
                .map(this::in)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(known)
                .as("Every package has its place in the picture")
                .because("a package without a direction has no rule: add it here and in docs/architecture.md")
                .allowEmptyShould(true);
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("Packages have no cycles")
                .allowEmptyShould(true);
    }

    private ArchRule library(String what, String library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(Arrays.stream(homes).map(this::in).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as(what + " (" + library + ") is used only in " + String.join(", ", homes))
                .allowEmptyShould(true);
    }

    private ArchRule frameworkAtTheRim() {
        return noClasses()
                .that(describe(
                        "are neither in app nor named …Stage, …Resource, …Config, …Check, …Filter", this::inside))
                .should()
                .dependOnClassesThat(framework())
                .as("Quarkus, CDI, JAX-RS, MicroProfile and messaging stay on types named …Stage, …Resource, …Config,"
                        + " …Check, …Filter and in app")
                .because("everything else is plain Java that a test can build with new")
                .allowEmptyShould(true);
    }

    private boolean inside(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        String name = outermost.getSimpleName();
        return !resideInAPackage(in("app")).test(type) && RIM.stream().noneMatch(name::endsWith);
    }

    /** Qute's engine is a library like any other; its annotations ask Quarkus to do something. */
    private static DescribedPredicate<JavaClass> framework() {
        DescribedPredicate<JavaClass> all = resideInAnyPackage(
                "io.quarkus..",
                "jakarta.enterprise..",
                "jakarta.inject..",
                "jakarta.annotation..",
                "jakarta.ws.rs..",
                "org.eclipse.microprofile..",
                "io.smallrye..",
                "org.jboss.resteasy..");
        DescribedPredicate<JavaClass> engine = resideInAPackage("io.quarkus.qute..");
        return describe("belong to the framework", c -> all.test(c) && !(engine.test(c) && !c.isAnnotation()));
    }

    private ArchRule nullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .beAssignableTo(describe(
                        "any type of a package marked @NullMarked",
                        c -> c.getPackage().isAnnotatedWith(NullMarked.class)))
                .as("Every package has a package-info with @NullMarked")
                .allowEmptyShould(true);
    }

    private String in(String name) {
        return root + "." + name + "..";
    }

    private static List<String> plus(List<String> names, String... more) {
        return Stream.concat(names.stream(), Arrays.stream(more)).toList();
    }
}
