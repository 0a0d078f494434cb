/**
 * What is known about each DNS blocklist: zones, return codes and what they mean, the rules of use, test points, and
 * how an address comes off again. Knowledge is data: the files under {@code catalogue/} on the class path, one for each
 * operator, read by {@link offlist.catalogue.CatalogueReader} with every mistake reported by file and line.
 *
 * <p>In: the shipped files, a directory of further ones, and the user's choice. Out: {@link
 * offlist.catalogue.DnsList}s, closed lists, private lists, and the {@link offlist.catalogue.Selection} of lists to ask.
 * It imports {@code offlist.yaml} and nothing else of ours, and no Java here knows a list by its name.
 */
@NullMarked
package offlist.catalogue;

import org.jspecify.annotations.NullMarked;
