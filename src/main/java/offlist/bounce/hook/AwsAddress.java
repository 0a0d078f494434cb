package offlist.bounce.hook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of Amazon SNS itself, and no others: a request names the address that its own signature is checked with. */
final class AwsAddress {
    private static final Pattern HOST =
            Pattern.compile("sns\\.[a-z]{2}(?:-[a-z]{2,12}){1,3}-\\d{1,2}\\.amazonaws\\.com(?:\\.cn)?");
    private static final Pattern CERTIFICATE = Pattern.compile("/[A-Za-z0-9_-]{1,200}\\.pem");
    private static final int LONGEST = 4000;
    private static final int HTTPS = 443;

    private AwsAddress() {}

    /** Where a certificate can lie: no query, which could make something else of it. */
    static Optional<URI> certificate(String text) {
        return own(text)
                .filter(uri -> uri.getRawQuery() == null)
                .filter(uri -> CERTIFICATE.matcher(uri.getRawPath()).matches());
    }

    /** Where a subscription is confirmed. */
    static Optional<URI> confirmation(String text) {
        return own(text)
                .filter(uri -> uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                .filter(uri -> uri.getRawQuery() != null && uri.getRawQuery().contains("Action=ConfirmSubscription"));
    }

    private static Optional<URI> own(String text) {
        try {
            return Optional.of(new URI(text.length() <= LONGEST ? text : ""))
                    .filter(uri -> "https".equals(uri.getScheme()))
                    .filter(uri ->
                            uri.getHost() != null && HOST.matcher(uri.getHost()).matches())
                    .filter(uri -> uri.getRawUserInfo() == null && uri.getRawFragment() == null)
                    .filter(uri -> uri.getPort() == -1 || uri.getPort() == HTTPS);
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }
}
