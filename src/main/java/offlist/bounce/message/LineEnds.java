package offlist.bounce.message;

/** Line ends as the library knows them. */
final class LineEnds {
    private LineEnds() {}

    /** A file from a system that ends its lines with CR alone gets LF; all others stay as they are. */
    static byte[] usual(byte[] message) {
        for (byte b : message) {
            if (b == '\n') {
                return message;
            }
        }
        byte[] usual = message.clone();
        for (int i = 0; i < usual.length; i++) {
            usual[i] = usual[i] == '\r' ? (byte) '\n' : usual[i];
        }
        return usual;
    }
}
