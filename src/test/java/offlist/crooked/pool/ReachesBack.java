package offlist.crooked.pool;

import offlist.crooked.dns.ReachesForward;

/** Allowed alone; with the other one it is a cycle. */
public record ReachesBack(ReachesForward other) {}
