package offlist.ticket;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.yaml.Secret;

/**
 * A system that has a ticket for each removal task.
 *
 * @param url where it is, without a slash at its end
 * @param parameters values for all parameters of the preset
 * @param hookSecret absent where no webhook is taken
 * @param perMinute how many tickets are made in a minute at most
 */
public record TicketSystem(
        String name,
        String preset,
        Api api,
        String url,
        Optional<String> user,
        Optional<Secret> token,
        Map<String, String> parameters,
        Optional<Secret> hookSecret,
        int perMinute) {
    public static final int DEFAULT_PER_MINUTE = 10;

    public TicketSystem {
        parameters = Map.copyOf(parameters);
    }

    /** What the system is asked; made by {@link PresetReader}. */
    public record Api(Preset preset) {
        /** Names of what the operator has to say, each with its default where there is one. */
        public Map<String, Optional<String>> parameters() {
            return preset.parameters();
        }

        public Optional<String> url() {
            return preset.url();
        }

        /** Whether who asks has to say who they are. */
        public boolean needsUser() {
            return names().anyMatch("user"::equals);
        }

        public boolean needsToken() {
            return names().anyMatch("token"::equals);
        }

        private Stream<String> names() {
            return Stream.concat(preset.headers().values().stream(), preset.login().stream())
                    .flatMap(template -> template.names().stream());
        }

        public boolean hasHook() {
            return preset.hook().isPresent();
        }
    }
}
