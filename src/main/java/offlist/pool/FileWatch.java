package offlist.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notices files that changed, by looking at them each time it is asked. That sees what notifications of the system miss:
 * files that are renamed into place, symbolic links that point elsewhere, network file systems. A file that is being
 * written is reported when it has come to rest. Not for several threads.
 */
public final class FileWatch {
    /** How long a file has to be unchanged before it counts as written to its end. */
    private static final Duration REST = Duration.ofMillis(500);
    /** A file that never rests is reported all the same. */
    private static final Duration LONGEST_UNREST = Duration.ofSeconds(5);

    private record Look(
            long size,
            @Nullable FileTime modified,
            @Nullable Object file) {
        static final Look MISSING = new Look(-1, null, null);
    }

    private record Unrest(Look latest, Instant latestAt, Instant began) {}

    private final Map<Path, Look> known = new HashMap<>();
    private final Map<Path, Unrest> changing = new HashMap<>();

    /** Watches exactly these from now on; what they hold at this moment is no change. */
    public void watch(Collection<Path> paths) {
        known.keySet().retainAll(Set.copyOf(paths));
        changing.keySet().retainAll(Set.copyOf(paths));
        paths.forEach(path -> known.computeIfAbsent(path, FileWatch::look));
    }

    /** The files that changed, appeared or disappeared since they were last reported. Call it about every second. */
    public Set<Path> poll(Instant now) {
        Set<Path> changed = new LinkedHashSet<>();
        for (Map.Entry<Path, Look> entry : known.entrySet()) {
            Look look = look(entry.getKey());
            if (look.equals(entry.getValue())) {
                changing.remove(entry.getKey());
            } else if (atRest(entry.getKey(), look, now)) {
                entry.setValue(look);
                changing.remove(entry.getKey());
                changed.add(entry.getKey());
            }
        }
        return changed;
    }

    private boolean atRest(Path path, Look look, Instant now) {
        Unrest before = changing.get(path);
        if (before == null || !before.latest().equals(look)) {
            Instant began = before == null ? now : before.began();
            changing.put(path, new Unrest(look, now, began));
            return old(look, now) || !now.isBefore(began.plus(LONGEST_UNREST));
        }
        return !now.isBefore(before.latestAt().plus(REST));
    }

    private static boolean old(Look look, Instant now) {
        return look.modified() != null && look.modified().toInstant().plus(REST).isBefore(now);
    }

    private static Look look(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Look(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        } catch (NoSuchFileException missing) {
            return Look.MISSING;
        } catch (IOException unreadable) {
            return new Look(-2, null, Objects.toString(unreadable.getClass()));
        }
    }
}
