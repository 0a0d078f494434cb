/**
 * YAML written by people, read with care: every node knows its path and line, every mistake becomes a {@link
 * offlist.yaml.Problem} in the reader's words, and all of them are reported at once.
 *
 * <p>In: the text of a file, untrusted. Out: a tree of {@link offlist.yaml.YamlMap}s with typed getters. No exception
 * leaves this package because of what somebody wrote into a file. It knows nothing about addresses or lists.
 */
@NullMarked
package offlist.yaml;

import org.jspecify.annotations.NullMarked;
