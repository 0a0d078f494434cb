package offlist.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Keys and certificates of servers, made for one test by the JDK's own tool. */
public record ServerKeys(Path directory, String password) {
    /** Makes a key and a certificate for a host; {@link #certificate} is then what a client may believe. */
    public void make(String name, String host) throws IOException, InterruptedException {
        keytool(name, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "SAN=dns:" + host);
        keytool(name, "-exportcert", "-rfc", "-file", certificate(name).toString());
    }

    public Path store(String name) {
        return directory.resolve(name + ".p12");
    }

    public Path certificate(String name) {
        return directory.resolve(name + ".pem");
    }

    /** The private key in PEM, as servers that are not written in Java read it. */
    public Path key(String name) throws IOException, GeneralSecurityException {
        String body = Base64.getMimeEncoder()
                .encodeToString(
                        opened(name).getKey("relay", password.toCharArray()).getEncoded());
        return Files.writeString(
                directory.resolve(name + ".key"),
                "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }

    private KeyStore opened(String name) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store(name).toFile(), password.toCharArray());
    }

    public SSLContext context(String name) throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(opened(name), password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-alias",
                "relay",
                "-storetype",
                "PKCS12",
                "-keystore",
                store(name).toString(),
                "-storepass",
                password));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
