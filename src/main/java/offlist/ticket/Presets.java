package offlist.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offlist.yaml.Problems;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlReader;

/** The presets that are shipped. */
public final class Presets {
    /** Every file under {@code tickets/}: what is inside a jar cannot be listed. */
    public static final List<String> NAMES =
            List.of("freshdesk", "github", "gitlab", "jira-cloud", "jira-data-center", "rt", "servicenow", "zammad");

    private static final Map<String, TicketSystem.Api> SHIPPED = new LinkedHashMap<>();

    static {
        NAMES.forEach(name -> SHIPPED.put(name, read(name)));
    }

    private Presets() {}

    /** @param name one of {@link #NAMES} */
    public static TicketSystem.Api of(String name) {
        TicketSystem.Api api = SHIPPED.get(name);
        if (api == null) {
            throw new IllegalArgumentException("no preset " + name);
        }
        return api;
    }

    private static TicketSystem.Api read(String name) {
        Problems problems = new Problems();
        YamlMap root = YamlReader.read(text(name), name, problems).orElseThrow(() -> broken(problems));
        TicketSystem.Api api = PresetReader.read(root);
        if (!problems.isEmpty()) {
            throw broken(problems);
        }
        return api;
    }

    private static IllegalStateException broken(Problems problems) {
        return new IllegalStateException("a shipped preset is wrong: " + problems);
    }

    private static String text(String name) {
        try (InputStream file = Presets.class.getResourceAsStream("/tickets/" + name + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("the preset " + name + " is not in the program");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
