package offlist.delist;

import java.time.Instant;
import offlist.catalogue.RemovalMethod;

/**
 * Somebody asked a list to let a target go.
 *
 * @param by who, as they call themselves
 * @param reference what the list calls it; empty when it gave none
 * @param note what else there is to say, such as what was wrong and what was done; may be empty
 */
public record Request(Instant at, String by, RemovalMethod how, String reference, String note) {}
