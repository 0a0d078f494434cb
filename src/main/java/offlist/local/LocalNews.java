package offlist.local;

import offlist.catalogue.ListId;

/**
 * What happened to the file of a list.
 *
 * @param renewed whether another content is in force now
 * @param trouble whether somebody should look at the file
 */
public record LocalNews(ListId list, boolean renewed, boolean trouble, String words) {}
