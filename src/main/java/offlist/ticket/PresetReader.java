package offlist.ticket;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import offlist.ticket.Preset.Act;
import offlist.ticket.Preset.Call;
import offlist.ticket.Preset.Creation;
import offlist.ticket.Preset.Find;
import offlist.ticket.Preset.Hook;
import offlist.ticket.Preset.Ids;
import offlist.ticket.Preset.Proof;
import offlist.ticket.Preset.Reading;
import offlist.ticket.Preset.Seal;
import offlist.ticket.Preset.Step;
import offlist.ticket.Preset.Take;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads a preset: a shipped file, or the section {@code api} of the operator's own. */
public final class PresetReader {
    private static final Duration SETTLE = Duration.ofMinutes(1);
    private static final int MOST_PAGES = 20;
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    /** Values that are ours or checked: these alone stand in addresses and conditions. */
    private static final List<String> SAFE = List.of("key", "id", "mark", "since", "page");

    private static final List<String> TEXTS = List.of(
            "title",
            "text",
            "note",
            "text-line",
            "note-line",
            "address",
            "list",
            "severity",
            "state",
            "reason",
            "link");
    private static final List<String> LOGIN = List.of("user", "token");
    private static final List<String> RESERVED = Stream.of(
                    SAFE,
                    TEXTS,
                    LOGIN,
                    List.of("url", "login", "name", "preset", "api", "webhook-secret", "per-minute"))
            .flatMap(List::stream)
            .toList();
    private static final JsonPointer NOWHERE = JsonPointer.empty();

    private final YamlMap root;
    private final Map<String, Optional<String>> parameters = new LinkedHashMap<>();

    private PresetReader(YamlMap root) {
        this.root = root;
    }

    /** What is wrong is told to the problems of the section; what is returned is then of no use. */
    public static TicketSystem.Api read(YamlMap root) {
        return new TicketSystem.Api(new PresetReader(root).preset());
    }

    private Preset preset() {
        root.map("parameters").ifPresent(this::parameters);
        // For people who read the file.
        root.maps("sources").forEach(source -> {
            source.text("page");
            source.text("read");
            source.done();
        });
        Preset preset = new Preset(
                root.text("title", "a system of your own"),
                format(),
                parameters,
                root.optionalText("url"),
                root.textNode("login").flatMap(text -> template(text, LOGIN)),
                headers(),
                root.duration("settle", SETTLE),
                creation(section("create")),
                find(section("find")),
                steps(),
                root.map("webhook").map(this::hook));
        root.done();
        return preset;
    }

    private YamlMap section(String key) {
        root.needs(key);
        return root.section(key);
    }

    private void parameters(YamlMap section) {
        for (String name : section.keys()) {
            YamlMap parameter = section.section(name);
            parameters.put(name, parameter.optionalText("default"));
            parameter.optionalText("about");
            parameter.done();
            if (RESERVED.contains(name) || !name.matches("[a-z][a-z0-9-]{0,40}")) {
                section.problem(name, "a parameter cannot have this name");
            }
        }
        section.done();
    }

    private Format format() {
        return root.textNode("format")
                .flatMap(text -> {
                    Optional<Format> format = Format.find(text.value());
                    if (format.isEmpty()) {
                        root.problem("format", text.describe() + " is not one of: plain, markdown, html, wiki");
                    }
                    return format;
                })
                .orElse(Format.PLAIN);
    }

    private Map<String, Template> headers() {
        Map<String, Template> headers = new LinkedHashMap<>();
        root.map("headers")
                .ifPresent(section -> section.keys()
                        .forEach(name -> section.textNode(name)
                                .flatMap(text -> template(text, List.of("user", "token", "login")))
                                .ifPresent(value -> headers.put(name, value))));
        return headers;
    }

    private Creation creation(YamlMap section) {
        Creation creation = new Creation(call(section, List.of()), ids(section));
        section.done();
        return creation;
    }

    private Find find(YamlMap section) {
        int pages = section.integer("pages", 1, MOST_PAGES, 1);
        Find find = new Find(reading(section), pages, ids(section));
        section.done();
        return find;
    }

    private Map<Act, List<Step>> steps() {
        Map<Act, List<Step>> steps = new EnumMap<>(Act.class);
        steps.put(Act.UPDATE, root.maps("update").stream().map(this::step).toList());
        steps.put(Act.CLOSE, root.maps("close").stream().map(this::step).toList());
        steps.put(Act.REOPEN, root.maps("reopen").stream().map(this::step).toList());
        List.of("update", "close", "reopen").forEach(root::needs);
        return steps;
    }

    private Step step(YamlMap section) {
        Optional<Reading> check = section.map("check").map(this::readingAlone);
        Optional<Take> take = section.map("take").map(this::take);
        List<String> taken =
                take.map(each -> List.copyOf(each.values().keySet())).orElse(List.of());
        Step step = new Step(check, section.bool("confirm", false), take, call(section, taken));
        section.done();
        return step;
    }

    private Take take(YamlMap section) {
        Map<String, JsonPointer> values = new LinkedHashMap<>();
        YamlMap names = section.section("values");
        names.keys().forEach(name -> values.put(name, pointer(names, name).orElse(NOWHERE)));
        Take take = new Take(reading(section), values);
        section.done();
        return take;
    }

    private Reading readingAlone(YamlMap section) {
        Reading reading = reading(section);
        section.done();
        return reading;
    }

    private Reading reading(YamlMap section) {
        section.needs("where");
        return new Reading(
                call(section, List.of()), pointer(section, "items").orElse(NOWHERE), where(section.section("where")));
    }

    private Where where(YamlMap section) {
        Where where = new Where(
                pointer(section, "at").orElse(NOWHERE), templates(section, "is"), templates(section, "contains"));
        if (where.is().isEmpty() && where.contains().isEmpty()) {
            section.problems().add(section, "a condition has `is` or `contains`");
        }
        section.done();
        return where;
    }

    private List<Template> templates(YamlMap section, String key) {
        return section.textNodes(key).stream()
                .flatMap(text -> template(text, SAFE).stream())
                .toList();
    }

    private Call call(YamlMap section, List<String> taken) {
        String method = section.text("method", "GET");
        if (!METHODS.contains(method)) {
            section.problem("method", "`method` is one of " + String.join(", ", METHODS));
        }
        section.needs("url");
        Template url = section.textNode("url")
                .flatMap(text -> template(text, more(SAFE, taken, List.of("url"))))
                .orElse(Template.of(""));
        if (section.has("url") && !url.names().stream().findFirst().equals(Optional.of("url"))) {
            section.problem("url", "an address begins with `{url}`");
        }
        return new Call(method, url, section.textNode("body").flatMap(text -> body(text, more(SAFE, TEXTS, taken))));
    }

    private Ids ids(YamlMap section) {
        section.needs("id");
        Optional<YamlText> link = section.textNode("link");
        boolean pointed = link.filter(text -> text.value().startsWith("/")).isPresent();
        return new Ids(
                pointer(section, "id").orElse(NOWHERE),
                pointed ? pointer(section, "link") : Optional.empty(),
                pointed ? Optional.empty() : link.flatMap(text -> template(text, more(SAFE, List.of("url")))));
    }

    private Hook hook(YamlMap section) {
        section.needs("id");
        List<Seal> seals =
                section.maps("seals").stream().map(PresetReader::seal).toList();
        if (seals.isEmpty()) {
            section.problem("seals", "a webhook shows a secret: `seals: [{header: …, proof: …}]`");
        }
        Hook hook = new Hook(
                seals,
                pointer(section, "id").orElse(NOWHERE),
                pointer(section, "who"),
                pointer(section, "link"),
                pointer(section, "key"),
                where(section.section("closed")),
                where(section.section("reopened")));
        section.done();
        return hook;
    }

    private static Seal seal(YamlMap section) {
        Seal seal = new Seal(section.text("header"), section.enumeration("proof", Proof.class, Proof.SECRET));
        section.done();
        return seal;
    }

    private Optional<JsonPointer> pointer(YamlMap section, String key) {
        return section.textNode(key)
                .flatMap(text ->
                        read(text, () -> JsonPointer.compile(text.value()), "is no JSON pointer, such as `/id`"));
    }

    private Optional<Template> template(YamlText text, List<String> names) {
        Optional<Template> template =
                read(text, () -> Template.of(text.value()), "has a brace that belongs to no placeholder");
        template.ifPresent(read -> onlyKnown(text, read.names(), names));
        return template;
    }

    private Optional<BodyTemplate> body(YamlText text, List<String> names) {
        Optional<BodyTemplate> body =
                read(text, () -> BodyTemplate.of(text.value()), "is no JSON document with placeholders in its texts");
        body.ifPresent(read -> onlyKnown(text, read.names(), names));
        return body;
    }

    private void onlyKnown(YamlText text, List<String> found, List<String> names) {
        TreeSet<String> known = new TreeSet<>(names);
        known.addAll(parameters.keySet());
        found.stream()
                .filter(name -> !known.contains(name))
                .distinct()
                .forEach(name -> root.problems()
                        .add(text, "unknown placeholder `{" + name + "}`, known here: " + String.join(", ", known)));
    }

    private <T> Optional<T> read(YamlText text, Supplier<T> reader, String wrong) {
        try {
            return Optional.of(reader.get());
        } catch (IllegalArgumentException e) {
            root.problems().add(text, text.describe() + " " + wrong);
            return Optional.empty();
        }
    }

    @SafeVarargs
    private static List<String> more(List<String>... names) {
        List<String> all = new ArrayList<>();
        List.of(names).forEach(all::addAll);
        return all;
    }
}
