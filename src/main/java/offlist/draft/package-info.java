/**
 * What a list is asked with.
 *
 * <p>In: a {@link offlist.delist.RemovalTask}, the catalogue and who asks. Out: a {@link offlist.draft.Draft}, written by a
 * template of the list and the reason ({@code drafts/}). It says only what was found or what a person has said; what is not
 * known is a gap that cannot be overlooked. Where the operator has switched that on, {@link offlist.draft.Requests} hands it to
 * the relay as a mail, at most once: the task remembers that. Nothing is kept here.
 */
@NullMarked
package offlist.draft;

import org.jspecify.annotations.NullMarked;
