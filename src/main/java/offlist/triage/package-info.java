/**
 * Why somebody does not take our mail, and whose move it is.
 *
 * <p>In: an address, a recipient, a refusal, whichever is known. Out: what the lists say now, how the recipient's servers do, who else
 * of ours is refused, a conclusion in plain words, and the text of a ticket with its evidence.
 */
@NullMarked
package offlist.triage;

import org.jspecify.annotations.NullMarked;
