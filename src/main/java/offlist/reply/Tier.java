package offlist.reply;

/** How much a rule is believed against others that match as well: the first of these wins. */
enum Tier {
    /** A code or a sentence that only one receiver or vendor says. */
    NAMED,
    /** The usual words of a mail server or filter that many run. */
    WORDING,
    /** Words that can come from anybody. */
    LAST
}
