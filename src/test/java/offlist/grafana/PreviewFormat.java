package offlist.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a panel, or a column of one, writes and colours a value: unit, thresholds and words for codes, near to Grafana's own way. */
record PreviewFormat(String unit, int decimals, JsonNode mappings, JsonNode steps) {
    private static final Map<String, String> COLORS = Map.ofEntries(
            Map.entry("green", "#56a64b"),
            Map.entry("yellow", "#e0b400"),
            Map.entry("orange", "#ff780a"),
            Map.entry("red", "#e02f44"),
            Map.entry("dark-red", "#ad0317"),
            Map.entry("blue", "#3274d9"),
            Map.entry("purple", "#a352cc"),
            Map.entry("text", "#7b8087"),
            Map.entry("transparent", "#ffffff00"));
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB"};

    static PreviewFormat of(JsonNode panel) {
        JsonNode defaults = panel.path("fieldConfig").path("defaults");
        return new PreviewFormat(
                defaults.path("unit").asText("short"),
                defaults.path("decimals").asInt(-1),
                defaults.path("mappings"),
                defaults.path("thresholds").path("steps"));
    }

    /** That of a column by the name that it is shown under. */
    static PreviewFormat ofColumn(JsonNode panel, String column) {
        PreviewFormat format = of(panel);
        for (JsonNode override : panel.path("fieldConfig").path("overrides")) {
            if (!concerns(override.path("matcher"), column)) {
                continue;
            }
            for (JsonNode property : override.path("properties")) {
                JsonNode value = property.path("value");
                format = switch (property.path("id").asText()) {
                    case "unit" -> new PreviewFormat(value.asText(), format.decimals, format.mappings, format.steps);
                    case "thresholds" ->
                        new PreviewFormat(format.unit, format.decimals, format.mappings, value.path("steps"));
                    case "mappings" -> new PreviewFormat(format.unit, format.decimals, value, format.steps);
                    default -> format;
                };
            }
        }
        return format;
    }

    /** Whether an override is for a column or series of that name. */
    static boolean concerns(JsonNode matcher, String name) {
        String options = matcher.path("options").asText();
        return matcher.path("id").asText().equals("byRegexp")
                ? java.util.regex.Pattern.compile(options.substring(1, options.length() - 1))
                        .matcher(name)
                        .find()
                : options.equals(name);
    }

    static String css(String name) {
        return COLORS.getOrDefault(name, name);
    }

    private Optional<JsonNode> mapped(double value) {
        String key = value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        JsonNode found = mappings.path(0).path("options").path(key);
        return found.isMissingNode() ? Optional.empty() : Optional.of(found);
    }

    String color(double value) {
        return mapped(value).map(code -> css(code.path("color").asText())).orElseGet(() -> threshold(value));
    }

    private String threshold(double value) {
        String color = "transparent";
        for (JsonNode step : steps) {
            if (step.path("value").isNull() || value >= step.path("value").asDouble()) {
                color = step.path("color").asText();
            }
        }
        return css(color);
    }

    String text(double value) {
        return mapped(value).map(code -> code.path("text").asText()).orElseGet(() -> plain(value));
    }

    private String plain(double value) {
        return switch (unit) {
            case "s" -> time(value);
            case "percentunit" -> number(value * 100, decimals < 0 ? 1 : decimals) + " %";
            case "reqps" -> number(value, 1) + " req/s";
            case "bytes" -> size(value);
            default -> number(value, decimals < 0 ? 2 : decimals);
        };
    }

    private static String time(double seconds) {
        double size = Math.abs(seconds);
        if (size == 0) {
            return "0 s";
        } else if (size < 1) {
            return number(seconds * 1000, 1) + " ms";
        } else if (size < 120) {
            return number(seconds, 1) + " s";
        } else if (size < 7200) {
            return number(seconds / 60, 1) + " min";
        }
        return size < 172_800 ? number(seconds / 3600, 1) + " h" : number(seconds / 86_400, 1) + " d";
    }

    private static String size(double bytes) {
        double left = bytes;
        int unit = 0;
        while (left >= 1024 && unit < SIZES.length - 1) {
            left /= 1024;
            unit++;
        }
        return number(left, 0) + " " + SIZES[unit];
    }

    /** Without zeros at the end. */
    private static String number(double value, int digits) {
        if (Math.abs(value) >= 1_000_000) {
            return number(value / 1_000_000, 1) + " M";
        }
        if (Math.abs(value) >= 10_000) {
            return number(value / 1000, 1) + " K";
        }
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
