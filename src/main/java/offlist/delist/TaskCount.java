package offlist.delist;

import offlist.catalogue.ListId;

/** How many tasks of a list are in a state. */
public record TaskCount(ListId list, String state, long tasks) {}
