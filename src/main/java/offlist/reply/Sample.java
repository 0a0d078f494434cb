package offlist.reply;

import java.util.List;
import java.util.Optional;

/** A text for which a rule was made, and exactly what it has to give. */
record Sample(Reply reply, Expected expected) {

    /**
     * What comes out.
     *
     * @param addresses as text, in order
     */
    record Expected(
            RefusalClass refusalClass,
            boolean relevant,
            boolean temporary,
            boolean fault,
            Optional<String> operator,
            List<String> lists,
            Optional<String> code,
            List<String> addresses) {
        Expected {
            lists = List.copyOf(lists);
            addresses = List.copyOf(addresses);
        }
    }
}
