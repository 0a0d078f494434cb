package offlist.alert;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Decides for every notifier that speaks HTTP what a reply means. */
public final class HttpReplies {
    private HttpReplies() {}

    /**
     * @param retryAfter the header of this name, seconds or a date
     * @param date the header of this name; a date to retry after is counted from it, not from a clock of ours
     * @param words what the body says, without any secret
     */
    public static Outcome outcome(int status, Optional<String> retryAfter, Optional<String> date, String words) {
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        String cause = "HTTP " + status + (words.isEmpty() ? "" : ": " + words);
        return mayPass(status)
                ? new Outcome.RetryLater(cause, retryAfter.flatMap(value -> pause(value, date)))
                : new Outcome.GivenUp(cause);
    }

    private static boolean mayPass(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500 && status < 600;
    }

    private static Optional<Duration> pause(String value, Optional<String> date) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return time(value)
                .flatMap(until -> date.flatMap(HttpReplies::time).map(from -> Duration.between(from, until)))
                .filter(pause -> !pause.isNegative());
    }

    private static Optional<Instant> time(String value) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** No reply came. The exception's own message is not used: it may hold the address, which can be a secret. */
    public static Outcome unanswered(Throwable why) {
        return new Outcome.RetryLater(words(why), Optional.empty());
    }

    private static String words(Throwable why) {
        if (why.getCause() instanceof UnresolvedAddressException) {
            return "the host name cannot be resolved";
        }
        return switch (why) {
            case HttpTimeoutException e -> "no reply in time";
            case ConnectException e -> "the connection failed";
            case SSLException e -> "TLS failed";
            case IOException e -> "the connection broke";
            default -> "the request failed: " + why.getClass().getSimpleName();
        };
    }
}
