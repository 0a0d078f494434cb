package offlist.catalogue;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address on the web with room for an IP address {@code {ip}} or a name {@code {domain}}. */
public record LinkTemplate(String template) {

    private static final String ADDRESS_SLOT = "{ip}";
    private static final String NAME_SLOT = "{domain}";
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9_.])?");

    /** Refuses what could not be a link once it is filled. */
    public LinkTemplate {
        URI.create(template.replace(ADDRESS_SLOT, "192.0.2.1").replace(NAME_SLOT, "example.com"));
    }

    /** The template, or nothing when the text is no web address or has other slots. */
    public static Optional<LinkTemplate> parse(String text) {
        try {
            return text.matches("https?://[^\\s]+") ? Optional.of(new LinkTemplate(text)) : Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** The link for an address or a name; nothing when the target is neither or does not fit into this link. */
    public Optional<URI> fill(String target) {
        if (isAddress(target)) {
            return wants(NAME_SLOT) ? Optional.empty() : uri(ADDRESS_SLOT, target.replace(":", "%3A"));
        }
        boolean fits = NAME.matcher(target).matches() && !wants(ADDRESS_SLOT);
        return fits ? uri(NAME_SLOT, target.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private Optional<URI> uri(String slot, String value) {
        return Optional.of(URI.create(template.replace(slot, value)));
    }

    private boolean wants(String slot) {
        return template.contains(slot);
    }

    private static boolean isAddress(String target) {
        return ADDRESS.matcher(target).matches() && (target.contains(":") || target.matches("[0-9.]+"));
    }

    @Override
    public String toString() {
        return template;
    }
}
