/**
 * What operators install, tried as they would: the distribution on a machine without Java, the Debian package from
 * installation to purge, and the examples in {@code deploy} against the programs they are written for.
 */
@NullMarked
package offlist.deploy;

import org.jspecify.annotations.NullMarked;
