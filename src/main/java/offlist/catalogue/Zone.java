package offlist.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import offlist.yaml.Secret;

/** The DNS name under which a list is asked. A customer's key inside it shows itself nowhere but in {@link #name()}. */
public final class Zone {

    private static final String SLOT = "{key}";
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,200}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?" + "(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");

    private final String template;
    private final Optional<Secret> key;

    private Zone(String template, Optional<Secret> key) {
        this.template = template;
        this.key = key;
    }

    /** A zone from its template. */
    public static Zone of(String template) {
        return parse(template).orElseThrow(() -> new IllegalArgumentException("no zone: " + template));
    }

    /** The zone, or nothing when the text is no DNS name. */
    public static Optional<Zone> parse(String template) {
        String lower = template.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        boolean valid = NAME.matcher(plain.replace(SLOT + ".", "k.")).matches();
        return valid ? Optional.of(new Zone(plain, Optional.empty())) : Optional.empty();
    }

    /** Whether a key could be a label of a DNS name. */
    public static boolean acceptsKey(Secret key) {
        return KEY.matcher(key.reveal()).matches();
    }

    /** Whether a key has to be put in before the zone can be asked. */
    public boolean needsKey() {
        return template.contains(SLOT) && key.isEmpty();
    }

    /** The same zone with a customer's key. */
    public Zone withKey(Secret secret) {
        if (!acceptsKey(secret)) {
            throw new IllegalArgumentException("the key for " + template + " is not a DNS label");
        }
        return new Zone(template, Optional.of(secret));
    }

    /** The name to ask, with the key in it: for the DNS question and nothing else. */
    public String name() {
        if (needsKey()) {
            throw new IllegalStateException(template + " has no key");
        }
        return key.map(secret -> template.replace(SLOT, secret.reveal())).orElse(template);
    }

    /** The name to show, with {@code {key}} where the key is. */
    public String display() {
        return template;
    }

    /** Hides the key wherever it stands in a text, such as an answer that repeats the question. */
    public String conceal(String text) {
        return key.map(secret -> text.replaceAll("(?i)" + Pattern.quote(secret.reveal()), "***"))
                .orElse(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Zone zone && zone.template.equals(template) && zone.key.equals(key);
    }

    @Override
    public int hashCode() {
        return template.hashCode();
    }

    @Override
    public String toString() {
        return template;
    }
}
