package offlist.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.ticket.PresetReader;
import offlist.ticket.Presets;
import offlist.ticket.TicketSettings;
import offlist.ticket.TicketSystem;
import offlist.yaml.Secret;
import offlist.yaml.YamlMap;

/** Reads {@code removal.tickets}. */
final class TicketsReader {
    private static final int MOST_PER_MINUTE = 60;
    private static final int SHORTEST_SECRET = 16;
    /** Nothing that could end a quoted text in an address, a search or a document. */
    private static final String VALUE = "[\\p{L}\\p{N} ._/@:+-]{0,120}";

    private final YamlMap entry;

    private TicketsReader(YamlMap entry) {
        this.entry = entry;
    }

    static TicketSettings read(YamlMap removal, Optional<URI> pages) {
        List<TicketSystem> systems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlMap entry : removal.maps("tickets")) {
            Optional<TicketSystem> system = new TicketsReader(entry).read();
            system.filter(read -> !seen.add(read.name()))
                    .ifPresent(twice -> entry.problems()
                            .add(entry, "there are two ticket systems of the name `" + twice.name() + "`"));
            system.ifPresent(systems::add);
        }
        return new TicketSettings(systems, pages);
    }

    private Optional<TicketSystem> read() {
        String preset = entry.text("preset", "");
        String name = entry.text("name", preset.isEmpty() ? "tickets" : preset);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            entry.problem("name", "a name has up to 63 letters, digits, `.`, `_` and `-`");
        }
        Optional<TicketSystem.Api> api = api(preset);
        Optional<String> url = url(api);
        Optional<String> user = entry.optionalText("user");
        Optional<Secret> token = entry.secret("token");
        Optional<Secret> hookSecret = entry.secret("webhook-secret");
        int perMinute = entry.integer("per-minute", 1, MOST_PER_MINUTE, TicketSystem.DEFAULT_PER_MINUTE);
        Map<String, String> parameters = api.map(this::parameters).orElse(Map.of());
        api.ifPresent(known -> check(known, hookSecret));
        // Without its API nobody knows what else belongs here.
        if (api.isPresent() || !entry.has("preset")) {
            entry.done();
        }
        return api.flatMap(known -> url.map(address -> new TicketSystem(
                name,
                preset.isEmpty() ? "own" : preset,
                known,
                address,
                user,
                token,
                parameters,
                hookSecret,
                perMinute)));
    }

    private Optional<TicketSystem.Api> api(String preset) {
        Optional<TicketSystem.Api> own = entry.map("api").map(PresetReader::read);
        if (entry.has("preset") == entry.has("api")) {
            entry.problems().add(entry, "a ticket system has a `preset`, or an `api` of your own");
            return Optional.empty();
        }
        if (!preset.isEmpty() && !Presets.NAMES.contains(preset)) {
            entry.problem("preset", "there is no such preset, known are: " + String.join(", ", Presets.NAMES));
            return Optional.empty();
        }
        return own.or(() -> Optional.of(preset).filter(Presets.NAMES::contains).map(Presets::of));
    }

    private Optional<String> url(Optional<TicketSystem.Api> api) {
        Optional<String> url = entry.optionalText("url");
        if (url.isEmpty()) {
            Optional<String> usual = api.flatMap(TicketSystem.Api::url);
            if (usual.isEmpty()) {
                entry.needs("url");
            }
            return usual;
        }
        if (!WebAddress.isOne(url.get()) || url.get().matches(".*[?#{}].*")) {
            entry.problem("url", "a web address is wanted, https://…");
            return Optional.empty();
        }
        if (WebAddress.isOpen(url.get())) {
            entry.problems().warn(entry, "it is called without TLS, so everybody on the way can read it");
        }
        return url.map(text -> text.replaceFirst("/+$", ""));
    }

    private Map<String, String> parameters(TicketSystem.Api api) {
        Map<String, String> values = new LinkedHashMap<>();
        api.parameters().forEach((name, usual) -> {
            Optional<String> said = entry.optionalText(name);
            if (said.isEmpty() && usual.isEmpty()) {
                entry.needs(name);
            }
            if (said.filter(value -> !value.matches(VALUE)).isPresent()) {
                entry.problem(name, "letters, digits, spaces and `._/@:+-` are wanted, 120 at most");
            }
            values.put(name, said.or(() -> usual).orElse(""));
        });
        return values;
    }

    private void check(TicketSystem.Api api, Optional<Secret> hookSecret) {
        if (api.needsUser()) {
            entry.needs("user");
        }
        if (api.needsToken()) {
            entry.needs("token");
        }
        if (hookSecret
                .filter(secret -> secret.reveal().length() < SHORTEST_SECRET)
                .isPresent()) {
            entry.problem("webhook-secret", "a secret has at least " + SHORTEST_SECRET + " characters");
        }
        if (hookSecret.isPresent() && !api.hasHook()) {
            entry.problem("webhook-secret", "this API says nothing about a `webhook`");
        }
    }
}
