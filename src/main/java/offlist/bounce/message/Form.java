package offlist.bounce.message;

import java.util.List;
import offlist.bounce.Attempt;

/** How one kind of mail server tells people that a message was not delivered. */
interface Form {

    /** The recipients and the words about them; nothing when the text is not of this form. */
    List<Attempt> read(Text text);
}
