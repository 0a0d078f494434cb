package offlist.alert.chat;

import offlist.alert.Headline;
import offlist.alert.Item.Change;
import offlist.alert.Message;
import offlist.alert.Tone;

/** How a thread stands after a message: what its first message shows from then on. */
public record Standing(Tone tone, String headline) {
    public static Standing of(Message message) {
        Tone news = Tone.of(message);
        long open = message.alsoOpen()
                + message.items().stream()
                        .filter(item -> item.change() != Change.CLOSED)
                        .count();
        if (open == 0) {
            return new Standing(news, "All over: " + Headline.of(message));
        }
        // Good news about some is no good news while others are open.
        Tone tone = news == Tone.GOOD || news == Tone.NEUTRAL ? Tone.REMINDER : news;
        return new Standing(
                tone,
                message.items().size() == 1 && message.alsoOpen() == 0
                        ? Headline.of(message)
                        : open + " open, last: " + Headline.of(message));
    }
}
