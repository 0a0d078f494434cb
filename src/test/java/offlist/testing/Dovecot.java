package offlist.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real IMAP server, from the Debian package {@code dovecot-imapd} (2.3), with a mailbox for everybody: in the clear and
 * with STARTTLS on one port, with TLS from the first byte on another.
 */
public final class Dovecot implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scratch scratch = Scratch.open("dovecot");
    private final String program = Program.find("dovecot", "dovecot-imapd");
    private final int port = FreePorts.next();
    private final int securePort = FreePorts.next();
    private final StringBuilder options = new StringBuilder();
    private @Nullable Process process;
    private final String password;
    private int delivered;

    /** @param password everybody's; who logs in has a mailbox */
    public Dovecot(String password) {
        this.password = password;
    }

    /** @param certificate the server's, with its {@code key}, both in PEM */
    public Dovecot certificate(Path certificate, Path key) {
        return option("ssl = yes").option("ssl_cert = <" + certificate).option("ssl_key = <" + key);
    }

    /** A line of the configuration; holds from the next start. */
    public Dovecot option(String line) {
        options.append(line).append('\n');
        return this;
    }

    public int port() {
        return port;
    }

    public int securePort() {
        return securePort;
    }

    /** Puts a message into the inbox; its date of arrival is as given. */
    public void deliver(String user, String message, Instant arrived) {
        try {
            Path inbox = directory(mail(user).resolve("Maildir"));
            String name = "%d.%06d.test".formatted(arrived.getEpochSecond(), delivered++);
            Path written = directory(inbox.resolve("tmp")).resolve(name);
            Files.writeString(written, message.replace("\r\n", "\n"), StandardCharsets.UTF_8);
            owned(written);
            Files.setLastModifiedTime(written, FileTime.from(arrived));
            directory(inbox.resolve("cur"));
            Files.move(written, directory(inbox.resolve("new")).resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server says of who logged in, and how. */
    public String log() {
        return scratch.read("dovecot.log");
    }

    public Dovecot start() {
        scratch.write("dovecot.conf", configuration());
        directory(scratch.file("mail"));
        long before = starts();
        process = Program.start(
                scratch,
                "output.log",
                List.of(program, "-F", "-c", scratch.file("dovecot.conf").toString()));
        try {
            await().atMost(PATIENCE).until(() -> starts() > before && answers());
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError("dovecot did not start: " + scratch.read("output.log") + log(), e);
        }
        return this;
    }

    private long starts() {
        return log().lines().filter(line -> line.contains("starting up")).count();
    }

    private boolean answers() {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return socket.getInputStream().read() == '*';
        } catch (IOException e) {
            return false;
        }
    }

    private String configuration() {
        String own = System.getProperty("user.name");
        boolean root = Program.asRoot();
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/dovecot.log
                listen = 127.0.0.1
                protocols = imap
                ssl = no
                disable_plaintext_auth = no
                auth_failure_delay = 0
                mail_location = maildir:~/Maildir
                default_internal_user = %2$s
                default_login_user = %3$s
                first_valid_uid = 1
                passdb {
                  driver = static
                  args = password=%8$s
                }
                userdb {
                  driver = static
                  args = uid=%4$s gid=%5$s home=%1$s/mail/%%u
                }
                service anvil {
                  chroot =
                  # Who gave a wrong password is not kept waiting at the next login.
                  unix_listener anvil-auth-penalty {
                    mode = 0
                  }
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %6$d
                  }
                  inet_listener imaps {
                    port = %7$d
                    ssl = yes
                  }
                }
                """.formatted(
                                scratch.directory(),
                                root ? "dovecot" : own,
                                root ? "dovenull" : own,
                                root ? "nobody" : own,
                                root ? "nogroup" : own,
                                port,
                                securePort,
                                password)
                + options;
    }

    private Path mail(String user) {
        return directory(scratch.file("mail").resolve(user));
    }

    private static Path directory(Path directory) {
        try {
            if (!Files.exists(directory)) {
                Files.createDirectory(directory);
                owned(directory);
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server reads mail as nobody when it is started by root. */
    private static void owned(Path file) throws IOException {
        if (Program.asRoot()) {
            UserPrincipal nobody =
                    file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(file, nobody);
        }
    }

    public void stop() {
        if (process != null) {
            Program.stop(process);
        }
    }

    @Override
    public void close() {
        stop();
        scratch.close();
    }
}
