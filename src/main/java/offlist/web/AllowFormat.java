package offlist.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.yaml.Labels;

/** The forms in which recipients take addresses. */
enum AllowFormat {
    JSON("application/json"),
    TEXT("text/plain;charset=UTF-8"),
    CIDR("text/plain;charset=UTF-8"),
    SPF("text/plain;charset=UTF-8");

    private final String contentType;

    AllowFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    String label() {
        return Labels.of(this);
    }

    /** The one that is named, else the first that is accepted. */
    static AllowFormat wanted(Optional<String> named, List<String> accepted) {
        return named.map(AllowFormat::named)
                .orElseGet(() -> accepted.stream()
                        .flatMap(type -> accepted(type).stream())
                        .findFirst()
                        .orElse(JSON));
    }

    private static AllowFormat named(String text) {
        return Labels.find(AllowFormat.class, text)
                .orElseThrow(() -> Wanted.wrong(
                        "format",
                        text,
                        "one of "
                                + Arrays.stream(values())
                                        .map(AllowFormat::label)
                                        .collect(Collectors.joining(", "))));
    }

    private static Optional<AllowFormat> accepted(String type) {
        return switch (type) {
            case "text/plain", "text/*" -> Optional.of(TEXT);
            case "application/json", "application/*", "*/*" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }
}
