package offlist.catalogue;

/** How the content of a list is written in a file. */
public enum FileFormat {
    /** One address, range or CIDR a line. */
    PLAIN,
    /** A dataset of the list server rbldnsd for IPv4. */
    IP4SET,
    /** A dataset of rbldnsd for IPv6. */
    IP6TRIE
}
