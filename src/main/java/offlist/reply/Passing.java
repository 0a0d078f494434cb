package offlist.reply;

/** Whether a refusal passes by itself. */
enum Passing {
    YES,
    NO,
    /** As the reply code says, which is right for most. */
    BY_REPLY
}
