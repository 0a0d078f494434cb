/**
 * Asking DNS: the only dnsjava code.
 *
 * <p>In: a {@link offlist.dns.Question}. Out: an {@link offlist.dns.Answer}; a resolver that fails is a value, never an
 * exception. UDP goes over long-lived sockets with random ports and ids, EDNS 1232, TCP on truncation.
 */
@NullMarked
package offlist.dns;

import org.jspecify.annotations.NullMarked;
