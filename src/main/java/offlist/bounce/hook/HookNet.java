package offlist.bounce.hook;

import java.io.IOException;
import java.net.URI;

/** The two things that hooks have to ask others for. */
public interface HookNet {

    /**
     * What lies at an address of Amazon SNS.
     *
     * @throws IOException when it cannot be had now
     */
    byte[] get(URI address) throws IOException;
}
