package offlist.crooked.dns;

import offlist.crooked.pool.ReachesBack;

/** Breaks: dns imports nothing of ours; with the other one, no cycles. */
public record ReachesForward(ReachesBack other) {}
