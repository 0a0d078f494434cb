package offlist.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Programs of this machine, run to their end. */
final class Shell {
    /** A program that is over; its two outputs are one. */
    record Ended(int exit, String output) {
        Ended demandGood() {
            if (exit != 0) {
                throw new AssertionError("ended with " + exit + ":\n" + output);
            }
            return this;
        }
    }

    private Shell() {}

    static Ended run(String... command) {
        return run(List.of(command));
    }

    static Ended run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** With root's rights, by {@code sudo} without a password where the tests are not root's. */
    static List<String> asRoot(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (!"root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("sudo", "-n"));
        }
        whole.addAll(command);
        return whole;
    }
}
