/** A program that breaks every sentence of {@link offlist.ArchitectureRules}, to show that the rules find it. */
package offlist.crooked;
