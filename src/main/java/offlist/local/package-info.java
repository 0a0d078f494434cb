/**
 * Lists that are read from local files instead of asking for them. A file is read into ranges that take few bytes each,
 * watched, and read again when it changes; what cannot be believed does not replace what was good. The answers are those
 * that a list server would give for the same file over DNS, so that nobody behind this package sees a difference.
 *
 * <p>In: the files named in the settings. Out: a resolver of the DNS package for each list, and news about the files.
 */
@NullMarked
package offlist.local;

import org.jspecify.annotations.NullMarked;
