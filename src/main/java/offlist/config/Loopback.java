package offlist.config;

import offlist.pool.IpAddress;

/** Whether a host is this machine, by its name or its address. */
final class Loopback {
    private Loopback() {}

    static boolean is(String host) {
        return host.equalsIgnoreCase("localhost")
                || IpAddress.tryParse(host)
                        .filter(address -> address.toInetAddress().isLoopbackAddress())
                        .isPresent();
    }
}
