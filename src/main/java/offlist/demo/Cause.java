package offlist.demo;

import offlist.pool.IpAddress;

/**
 * Why a demo list lists an address.
 *
 * @param code the answer, such as {@code 127.0.0.2}
 * @param reason the class of reason in the words of the catalogue
 * @param words for people
 */
record Cause(String code, String reason, String words) {
    IpAddress answer() {
        return IpAddress.parse(code);
    }
}
