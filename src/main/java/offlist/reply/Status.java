package offlist.reply;

/** How well a rule is known. */
enum Status {
    /** The words stand in a public source. */
    VERIFIED,
    /** The words were seen, meaning or contact come from general knowledge. */
    PARTLY,
    /** General knowledge only. */
    BACKGROUND
}
