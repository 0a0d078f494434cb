package offlist.web;

/**
 * What is wrong with a request, as RFC 9457 writes it.
 *
 * @param type a name that programs can compare
 * @param detail for people, with what to do instead
 */
public record Problem(String type, String title, int status, String detail) {
    static Problem of(Kind kind, String detail) {
        return new Problem(kind.type(), kind.title, kind.status, detail);
    }

    /** Everything that can be wrong. */
    enum Kind {
        BAD_ADDRESS(400, "Not an address"),
        BAD_PARAMETER(400, "Wrong parameter"),
        BAD_CURSOR(400, "Wrong cursor"),
        BAD_BODY(400, "Wrong body"),
        BAD_REQUEST(400, "Wrong request"),
        UNKNOWN_LIST(404, "Unknown list"),
        UNKNOWN_POOL(404, "Unknown pool"),
        UNKNOWN_ADDRESS(404, "Unknown address"),
        UNKNOWN_TASK(404, "Unknown task"),
        UNKNOWN_SILENCE(404, "Unknown silence"),
        UNKNOWN_INCIDENT(404, "Unknown incident"),
        UNKNOWN_REFUSAL(404, "Unknown refusal"),
        UNKNOWN_TICKETS(404, "Unknown ticket system"),
        UNKNOWN_HOOK(404, "Unknown web hook"),
        NOT_KNOWN(401, "Who is there"),
        FOREIGN_PAGE(403, "Not from here"),
        WRONG_HOST(421, "Not a name of ours"),
        NOT_FOUND(404, "Not found"),
        WRONG_METHOD(405, "Method not allowed"),
        NOT_ACCEPTABLE(406, "Not acceptable"),
        DOES_NOT_FIT(409, "Does not fit"),
        TASK_DECLINES(409, "Not now"),
        CONFIG_REFUSED(409, "Configuration not taken"),
        NOT_LISTED(409, "Not listed"),
        LIST_NOT_ASKED(409, "List is not asked"),
        NOT_KNOWN_ANY_MORE(410, "Not known any more"),
        TOO_LARGE(413, "Too large"),
        WRONG_CONTENT_TYPE(415, "Wrong content type"),
        FAILED(500, "Internal error"),
        STORE_FAILED(503, "Store not available"),
        NOT_NOW(503, "Not now"),
        TOOK_TOO_LONG(504, "Took too long");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        int status() {
            return status;
        }

        String type() {
            return "urn:offlist:problem:"
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** The one that stands for a status of the framework. */
        static Kind of(int status) {
            return switch (status) {
                case 404 -> NOT_FOUND;
                case 405 -> WRONG_METHOD;
                case 406 -> NOT_ACCEPTABLE;
                case 413, 414, 431 -> TOO_LARGE;
                case 415 -> WRONG_CONTENT_TYPE;
                default -> status >= 500 ? FAILED : BAD_REQUEST;
            };
        }
    }
}
