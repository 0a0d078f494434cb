package offlist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an incident shows.
 *
 * @param links addresses, list and removal task that it is about
 * @param acknowledged when somebody said that they take care of it; null while nobody has
 */
public record IncidentPage(
        Frame frame,
        IncidentView incident,
        When opened,
        String severity,
        @Nullable When acknowledged,
        List<Label> labels,
        List<Label> narrow,
        List<Link> links,
        String author) {
    /** A page that tells more, such as that of an address. */
    public record Link(String words, String href) {}

    /** A label with its values, as a form wants them. */
    public record Label(String name, String values) {}

    /** Where forms are sent. */
    public String self() {
        return MutingPagesResource.at(incident.id()).getRawPath();
    }
}
