package offlist.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which answers a return code stands for. An answer is an IPv4 address in the 32 bits of an int. */
public sealed interface CodeSelector {

    /** Whether the answer is this code. */
    boolean matches(int ipv4);

    /** Whether the answer is meant on purpose and not by a wildcard. */
    boolean names(int ipv4);

    /** The stable name of the code, such as {@code 127.0.0.2}, {@code 127.0.0.4-7} or {@code bit 16}. */
    String label();

    /** Four octets, each a number, a range or a wildcard. */
    record OctetPattern(List<Octets> octets) implements CodeSelector {

        /** Refuses anything but four. */
        public OctetPattern {
            octets = List.copyOf(octets);
            if (octets.size() != 4) {
                throw new IllegalArgumentException("an address has four octets, not " + octets.size());
            }
        }

        /** The pattern, or nothing when the text is none. */
        public static Optional<OctetPattern> parse(String text) {
            List<Octets> octets = Stream.of(text.split("\\.", 5))
                    .flatMap(part -> Octets.parse(part).stream())
                    .toList();
            boolean four =
                    octets.size() == 4 && text.chars().filter(c -> c == '.').count() == 3;
            return four ? Optional.of(new OctetPattern(octets)) : Optional.empty();
        }

        @Override
        public boolean matches(int ipv4) {
            return IntStream.range(0, 4).allMatch(i -> octets.get(i).matches(octet(ipv4, i)));
        }

        boolean covers(OctetPattern other) {
            return IntStream.range(0, 4).allMatch(i -> octets.get(i).covers(other.octets.get(i)));
        }

        @Override
        public boolean names(int ipv4) {
            return matches(ipv4) && octets.stream().noneMatch(Octets::any);
        }

        @Override
        public String label() {
            return octets.stream().map(Octets::toString).collect(Collectors.joining("."));
        }
    }

    /** Bits of the last octet; only an answer 127.0.0.x carries them. */
    record BitMask(int bit) implements CodeSelector {

        /** Refuses what is no set of bits of one octet. */
        public BitMask {
            if (bit < 1 || bit > 255) {
                throw new IllegalArgumentException("no bits of an octet: " + bit);
            }
        }

        @Override
        public boolean matches(int ipv4) {
            return ipv4 >>> 8 == 0x7F0000 && (ipv4 & bit) == bit;
        }

        @Override
        public boolean names(int ipv4) {
            return matches(ipv4);
        }

        @Override
        public String label() {
            return "bit " + bit;
        }
    }

    private static int octet(int ipv4, int index) {
        return ipv4 >>> (24 - 8 * index) & 0xFF;
    }
}
