/**
 * The operator's YAML file, checked as a whole.
 *
 * <p>In: the text of the file, untrusted, and the shipped catalogue. Out: {@link offlist.config.Settings} with the settings
 * record of every stage, or all problems at once, in the operator's words and with line numbers. One class per section of
 * the file. A file with a problem is not taken at all, so that the last good one stays.
 */
@NullMarked
package offlist.config;

import org.jspecify.annotations.NullMarked;
