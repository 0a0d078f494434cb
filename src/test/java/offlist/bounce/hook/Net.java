package offlist.bounce.hook;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Amazon's side of the net: what lies where, and what was asked for. */
final class Net implements HookNet {
    private final Map<URI, String> contents = new HashMap<>();
    private final List<URI> asked = new ArrayList<>();

    /** With the certificate of the key that signs in {@link Services}. */
    static Net usual() {
        return new Net()
                .with(
                        Services.CERTIFICATE,
                        MadeCertificate.of("sns.amazonaws.com", Services.NOW).pem(Services.RSA, Services.RSA));
    }

    Net with(URI address, String content) {
        contents.put(address, content);
        return this;
    }

    List<URI> asked() {
        return List.copyOf(asked);
    }

    @Override
    public byte[] get(URI address) throws IOException {
        asked.add(address);
        String content = contents.get(address);
        if (content == null) {
            throw new IOException(address.getHost() + " answers 404");
        }
        return content.getBytes(StandardCharsets.US_ASCII);
    }
}
