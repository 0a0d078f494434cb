package offlist.pool;

/** The part of RFC 7208 section 7 that does not depend on a message: the domain itself and escaped characters. */
final class SpfMacros {
    private SpfMacros() {}

    /** What is left with a percent sign in it depends on the message. */
    static String expand(String spec, DomainName domain) {
        return spec.replace("%{d}", domain.text()).replace("%{D}", domain.text());
    }
}
