package offlist.bounce.message;

import java.util.List;

/**
 * One recipient that was not reached, as it really was; reports are written from it.
 *
 * @param reply what the other server said, line by line, each with its code
 */
record Failure(String recipient, String host, String address, List<String> reply) {

    Failure {
        reply = List.copyOf(reply);
    }

    String words() {
        return String.join(" ", reply);
    }

    /** The enhanced code that the reply begins with, or the plainest of its class. */
    String status() {
        String first = reply.getFirst();
        return first.matches("\\d{3}[ -]\\d\\.\\d{1,3}\\.\\d{1,3} .*")
                ? first.substring(4, first.indexOf(' ', 4))
                : first.charAt(0) + ".0.0";
    }
}
