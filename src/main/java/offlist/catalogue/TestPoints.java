package offlist.catalogue;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names and addresses whose answers are known, to see whether a list works at all.
 *
 * @param positive must be listed; IPv6 test points are written as RFC 5782 does, {@code ::FFFF:7F00:2}, and are asked
 *     as nibbles although they are mapped addresses
 * @param negative must not be listed
 * @param expect the raw answers to the positive points, where they are known; compared before the code table
 * @param basis how well the points are known
 * @param ipv6Basis the same for the IPv6 points
 */
public record TestPoints(
        List<String> positive, List<String> negative, List<String> expect, Basis basis, Basis ipv6Basis, String note) {

    /** Copies the lists. */
    public TestPoints {
        positive = List.copyOf(positive);
        negative = List.copyOf(negative);
        expect = List.copyOf(expect);
    }

    /** The points RFC 5782 section 5 asks every list to have. */
    public static TestPoints rfc5782(Collection<Kind> kinds) {
        Set<Kind> ordered = new LinkedHashSet<>(kinds);
        return new TestPoints(
                ordered.stream().map(TestPoints::listed).toList(),
                ordered.stream().map(TestPoints::notListed).toList(),
                List.of(),
                Basis.ASSUMED,
                Basis.ASSUMED,
                "");
    }

    /** No points at all: the list cannot be tested. */
    public static TestPoints none() {
        return new TestPoints(List.of(), List.of(), List.of(), Basis.UNKNOWN, Basis.UNKNOWN, "");
    }

    /** The points of one kind that must be listed. */
    public List<String> positive(Kind kind) {
        return of(kind, positive.stream());
    }

    /** The points of one kind that must not be listed. */
    public List<String> negative(Kind kind) {
        return of(kind, negative.stream());
    }

    /** How well the points of one kind are known. */
    public Basis basis(Kind kind) {
        return kind == Kind.IPV6 ? ipv6Basis : basis;
    }

    /** What kind of thing a test point is. */
    public static Kind kindOf(String point) {
        if (point.contains(":")) {
            return Kind.IPV6;
        }
        return point.matches("[0-9.]+") ? Kind.IPV4 : Kind.DOMAIN;
    }

    private static List<String> of(Kind kind, Stream<String> points) {
        return points.filter(point -> kindOf(point) == kind).toList();
    }

    private static String listed(Kind kind) {
        return switch (kind) {
            case IPV4 -> "127.0.0.2";
            case IPV6 -> "::FFFF:7F00:2";
            case DOMAIN -> "TEST";
        };
    }

    private static String notListed(Kind kind) {
        return switch (kind) {
            case IPV4 -> "127.0.0.1";
            case IPV6 -> "::FFFF:7F00:1";
            case DOMAIN -> "INVALID";
        };
    }
}
