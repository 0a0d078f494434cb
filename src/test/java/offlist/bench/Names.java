package offlist.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The names that are asked for 10.x addresses, one a line, as the programs that are measured beside Offlist read them. */
final class Names {
    private Names() {}

    /** Address by address, each on all lists, so that one after the other goes to another zone. */
    static Path write(Path file, int addresses, int lists, String after) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int address = 0; address < addresses; address++) {
                String reversed = (address & 255) + "." + (address >> 8 & 255) + "." + (address >> 16 & 255) + ".10.";
                for (int list = 0; list < lists; list++) {
                    out.write(reversed);
                    out.write(ListServer.zone(list));
                    out.write(after);
                    out.write('\n');
                }
            }
        }
        return file;
    }

    /** The first of 10.0.0.0/8 as a pool names them. */
    static String range(int addresses) {
        int last = addresses - 1;
        return "10.0.0.0-10." + (last >> 16) + "." + (last >> 8 & 255) + "." + (last & 255);
    }
}
