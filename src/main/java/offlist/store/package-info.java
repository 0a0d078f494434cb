/**
 * One SQL text, two homes: SQLite by default, PostgreSQL when there is more than one node. The only JDBC code.
 *
 * <p>In: statements of the stages. Out: rows, and the outbox that every consumer reads from its own position. A consumer
 * commits what it makes of an entry together with its position, so nothing is lost or doubled.
 */
@NullMarked
package offlist.store;

import org.jspecify.annotations.NullMarked;
