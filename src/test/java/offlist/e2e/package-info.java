/**
 * The packaged program as a process, with real list servers, resolvers and mail around it.
 *
 * <p>In: configurations and edited zones. Out: what an operator would see on {@code /metrics}, in the API, in Slack, in the
 * mailbox and in the terminal.
 */
@NullMarked
package offlist.e2e;

import org.jspecify.annotations.NullMarked;
