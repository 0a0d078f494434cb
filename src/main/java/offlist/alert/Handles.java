package offlist.alert;

import java.util.Optional;

/** By what receivers know the first message of a thread: Slack's channel and time stamp, Discord's message id. */
public interface Handles {
    /** Of messages that are alone: none is known, and none is kept. */
    Handles NONE = new Handles() {
        @Override
        public Optional<String> of(String receiver, String thread) {
            return Optional.empty();
        }

        @Override
        public void keep(Message message, String handle) {}
    };

    Optional<String> of(String receiver, String thread);

    void keep(Message message, String handle);
}
