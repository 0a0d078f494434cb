/**
 * API, pages, "explain this".
 *
 * <p>In: the {@link offlist.track.StatusBoard}, the journal, the removal tasks and what is configured. Out: JSON under
 * {@code /api/v1} in records of its own, server-rendered pages that need no script, and a problem (RFC 9457) for everything
 * that is wrong with a question. Whatever came from a list or a stranger is escaped where it is shown.
 */
@NullMarked
package offlist.web;

import org.jspecify.annotations.NullMarked;
