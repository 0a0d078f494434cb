package offlist.crooked.feed;

import offlist.crooked.journal.Kept;
import offlist.crooked.web.Shown;

/** Breaks: consumers do not know each other; nobody imports web. */
public record KnowsJournal(Kept kept, Shown shown) {}
