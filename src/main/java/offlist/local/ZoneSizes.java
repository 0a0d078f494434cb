package offlist.local;

import offlist.catalogue.ListFile;
import offlist.catalogue.ListId;

/**
 * Keeps how many ranges the last good content of each file had over a restart, so that a file that was cut short while nobody
 * ran does not count as one that was always short.
 */
public interface ZoneSizes {
    /** How many this file had when it was last believed; 0 when it never was, or the list was read from another. */
    int last(ListId list, ListFile file);

    void keep(ListId list, ListFile file, int size);

    /** For commands that only look: every file is new to them. */
    static ZoneSizes none() {
        return new ZoneSizes() {
            @Override
            public int last(ListId list, ListFile file) {
                return 0;
            }

            @Override
            public void keep(ListId list, ListFile file, int size) {
                // Forgotten with the process anyway.
            }
        };
    }
}
