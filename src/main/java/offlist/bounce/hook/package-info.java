/**
 * What sending services and mail servers tell by web hooks: Amazon SES, SendGrid, Mailgun, Postal, Haraka, KumoMTA.
 *
 * <p>In: the headers and the body of a request from anybody. Out: attempts, deliveries and complaints for a {@link
 * offlist.bounce.hook.HookTaker}, of requests that show the secret or bear the signature of the one configured service.
 */
@NullMarked
package offlist.bounce.hook;

import org.jspecify.annotations.NullMarked;
