package offlist.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import offlist.bounce.message.MessageReader;

/** A message in a file or on standard input. */
final class GivenMessage {
    private GivenMessage() {}

    /** @throws CommandError when there is none */
    static byte[] read(Path from) {
        try (InputStream in = from.toString().equals("-") ? System.in : Files.newInputStream(from)) {
            byte[] message = in.readNBytes(MessageReader.LARGEST);
            if (message.length == 0) {
                throw new CommandError(CommandError.Exit.USAGE, "there is nothing in " + from);
            }
            return message;
        } catch (IOException e) {
            throw new CommandError(CommandError.Exit.USAGE, from + " cannot be read");
        }
    }
}
