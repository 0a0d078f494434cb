package offlist.catalogue;

/** Where the number behind a score code comes from. */
public sealed interface Score {

    /** The number for one answer. */
    int of(int ipv4);

    /** The code stands for one number. */
    record Fixed(int value) implements Score {
        @Override
        public int of(int ipv4) {
            return value;
        }
    }

    /** The last octet of the answer is the number. */
    record LastOctet() implements Score {
        @Override
        public int of(int ipv4) {
            return ipv4 & 0xFF;
        }
    }
}
