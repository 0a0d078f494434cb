package offlist.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Optional;

/** Looks whether the ports are free before the framework starts, which would answer with a page of text. */
final class Ports {
    static final int PAGES = 8080;
    static final int MANAGEMENT = 9000;

    private Ports() {}

    static void demandFree() {
        demandFree("quarkus.http", PAGES, "the pages and the API");
        demandFree("quarkus.management", MANAGEMENT, "metrics and health");
    }

    private static void demandFree(String prefix, int usual, String what) {
        int port = port(prefix, usual);
        if (!free(host(prefix), port)) {
            String variable = variable(prefix + ".port");
            throw new CommandError(
                    CommandError.Exit.UNAVAILABLE,
                    "port " + port + ", wanted for " + what + ", is taken by another program: stop that one, or set "
                            + variable + " to a free port");
        }
    }

    /** Gives the demo other ports when the usual ones are taken. */
    static void takeFree() {
        for (String prefix : new String[] {"quarkus.http", "quarkus.management"}) {
            int usual = port(prefix, prefix.equals("quarkus.http") ? PAGES : MANAGEMENT);
            int port = usual;
            while (!free(host(prefix), port) && port < usual + 100) {
                port++;
            }
            System.setProperty(prefix + ".port", String.valueOf(port));
        }
    }

    static int port(String prefix, int usual) {
        return setting(prefix + ".port").map(Ports::number).orElse(usual);
    }

    static String host(String prefix) {
        return setting(prefix + ".host").orElse("127.0.0.1");
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable(name))));
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static int number(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The one complaint below is for both.
        }
        throw new CommandError(CommandError.Exit.USAGE, "a port is a number from 0 to 65535, not `" + text + "`");
    }

    private static boolean free(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
