/**
 * Asking DNS: the only dnsjava code.
 *
 * <p>In: a {@link offlist.dns.Question}. Out: an {@link offlist.dns.Answer}; a resolver that fails is a value, never an
 * exception. UDP goes over long-lived sockets with random ports and ids, EDNS 1232, TCP on truncation.
 *
 * <p>The {@link offlist.dns.HotPath} is the short way of questions about addresses that expect "no such name": bytes in, and
 * to {@link offlist.dns.HotReplies} a plain no, an unread reply or a loss.
 */
@NullMarked
package offlist.dns;

import org.jspecify.annotations.NullMarked;
