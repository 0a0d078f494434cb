package offlist.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody has an answer already (RFC 9110 section 13).
 *
 * @param tag a strong validator
 * @param changedAt when the answer last changed, if that is known
 */
record Fresh(String tag, Optional<Instant> changedAt, Instant now) {
    /** A date has whole seconds, and the store may be ahead of what is shown: a younger one vouches for nothing. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    /** RFC 9110 section 5.6.7; the JDK's own writes days before the tenth with one digit. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** An entity tag takes the place of a date. */
    boolean same(UnaryOperator<@Nullable String> header) {
        return Optional.ofNullable(header.apply("If-None-Match"))
                .map(this::known)
                .orElseGet(() -> Optional.ofNullable(header.apply("If-Modified-Since"))
                        .flatMap(Fresh::date)
                        .flatMap(date -> modified().map(modified -> !modified.isAfter(date)))
                        .orElse(false));
    }

    /** If-None-Match compares weakly, so a proxy that made it weak does no harm. */
    private boolean known(String tags) {
        return Stream.of(tags.split(",", -1))
                .map(String::strip)
                .anyMatch(known ->
                        known.equals("*") || known.replaceFirst("^W/", "").equals(tag));
    }

    /** What an answer says of itself, sent or not. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", tag);
        headers.put("Cache-Control", "no-cache");
        headers.put("Vary", "Accept");
        modified().ifPresent(at -> headers.put("Last-Modified", DATE.format(at)));
        return headers;
    }

    private Optional<Instant> modified() {
        return changedAt.filter(at -> at.isBefore(now.minus(SETTLED))).map(at -> at.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
