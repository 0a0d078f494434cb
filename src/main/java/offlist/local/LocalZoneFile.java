package offlist.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import offlist.catalogue.ListFile;
import offlist.catalogue.ListId;
import offlist.pool.PoolSettings;
import org.jspecify.annotations.Nullable;

/**
 * One file and its last good content. Always true:
 *
 * <ol>
 *   <li>A content that does not parse, or a file that is gone, changes nothing but the words about it.
 *   <li>A content of less than half the size, or none, is held for as long as a pool source that shrinks; after a restart the
 *       size that was kept counts, and until then there is no content at all.
 * </ol>
 *
 * <p>One thread reads the file; any may ask for the content.
 */
final class LocalZoneFile {
    private final ListId list;
    private final ListFile file;
    private final ZoneSizes sizes;
    private volatile @Nullable LocalZone zone;
    private volatile String trouble = "";
    private @Nullable Instant heldSince;

    LocalZoneFile(ListId list, ListFile file, ZoneSizes sizes) {
        this.list = list;
        this.file = file;
        this.sizes = sizes;
    }

    Path path() {
        return file.path();
    }

    boolean same(ListFile other) {
        return file.equals(other);
    }

    Optional<LocalZone> zone() {
        return Optional.ofNullable(zone);
    }

    /** Why the content is not that of the file as it is now; empty when it is. */
    String trouble() {
        return trouble;
    }

    /** Whether a held content has stayed long enough to be believed. */
    boolean due(Instant now) {
        return heldSince != null && !now.isBefore(heldSince.plus(PoolSettings.DEFAULT_HOLD));
    }

    LocalNews read(Instant now) {
        return switch (ZoneReader.read(file)) {
            case ZoneReader.Result.Bad bad -> {
                heldSince = null;
                yield keep(zone == null ? bad.why() : bad.why() + "; the content read before stays in force");
            }
            case ZoneReader.Result.Good good -> weigh(good, now);
        };
    }

    private LocalNews weigh(ZoneReader.Result.Good good, Instant now) {
        int before = zone().map(LocalZone::size).orElseGet(() -> sizes.last(list, file));
        int after = good.zone().size();
        if (after * 2L < before && !due(now)) {
            heldSince = heldSince == null ? now : heldSince;
            return keep(path() + " has " + after + " ranges after " + before + "; believed if it stays so until "
                    + heldSince.plus(PoolSettings.DEFAULT_HOLD) + ", and "
                    + (zone == null ? "nothing" : "what was read before") + " is in force until then");
        }
        heldSince = null;
        zone = good.zone();
        sizes.keep(list, file, after);
        trouble = "";
        String remark = good.remark().isEmpty() ? "" : ", " + good.remark();
        return new LocalNews(list, true, !remark.isEmpty(), path() + " has " + after + " ranges" + remark);
    }

    private LocalNews keep(String why) {
        trouble = why;
        return new LocalNews(list, false, true, why);
    }
}
