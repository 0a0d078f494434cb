package offlist.pool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Addresses in a file of their own. */
final class FileSource implements PoolSource {
    private static final int LARGEST = 16 * 1024 * 1024;

    private final PoolName pool;
    private final Path path;
    private final PoolLimits limits;

    FileSource(PoolName pool, Path path, PoolLimits limits) {
        this.pool = pool;
        this.path = path;
        this.limits = limits;
    }

    Path path() {
        return path;
    }

    @Override
    public String id() {
        return PoolSource.id(pool, SourceKind.FILE, path.toString());
    }

    @Override
    public PoolName pool() {
        return pool;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.FILE;
    }

    @Override
    public Yield read() {
        if (!Files.exists(path)) {
            return new Yield.Failed("there is no file " + path);
        }
        if (!Files.isRegularFile(path)) {
            return new Yield.Failed(path + " is not a file");
        }
        try (InputStream content = Files.newInputStream(path)) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? new Yield.Failed(path + " is larger than 16 MiB")
                    : AddressFile.read(path.toString(), new String(bytes, StandardCharsets.UTF_8), limits);
        } catch (AccessDeniedException denied) {
            return new Yield.Failed(path + " may not be read by this user");
        } catch (IOException unreadable) {
            return new Yield.Failed(path + " cannot be read");
        }
    }
}
