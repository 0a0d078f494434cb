package offlist.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file system in memory that is quickly filled to the brim. */
record TinyDisk(Path directory) implements AutoCloseable {

    /** Fails where mounting is not allowed: a test that did not run must not look as if it had. */
    static TinyDisk mount(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        int status = run("mount", "-t", "tmpfs", "-o", "size=16m,mode=0755", "tmpfs", directory.toString());
        if (status != 0) {
            throw new AssertionError("a full disk needs a small one, and only root may mount it");
        }
        return new TinyDisk(directory);
    }

    void fill() throws IOException {
        try (var out = Files.newOutputStream(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(new byte[4096]);
                out.flush();
            }
        } catch (IOException full) {
            return;
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "--lazy", directory.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
