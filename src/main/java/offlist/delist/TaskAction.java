package offlist.delist;

import offlist.catalogue.RemovalMethod;
import offlist.ready.Check;

/** What a person does about a task. Texts are from outside. */
public sealed interface TaskAction {
    /** The word for it in the history and the API. */
    String label();

    /** What was said with it, for the history. */
    default String words() {
        return switch (this) {
            case Explain told -> told.cause() + " · " + told.fix();
            case Look look -> "";
            case Waive waive -> waive.check().label() + " of " + waive.about() + ": " + waive.why();
            case Asked asked ->
                String.join(" ", asked.how().label(), asked.reference(), asked.note())
                        .strip();
            case Acknowledged known -> known.reference();
            case Unsent unsent -> unsent.why();
            case Refused refused -> refused.why();
            case Withdraw withdraw -> withdraw.why();
            case Reopen reopen -> reopen.why();
            case Note note -> note.text();
        };
    }

    /** What was wrong and what was done about it, for the request's text. */
    record Explain(String cause, String fix) implements TaskAction {
        @Override
        public String label() {
            return "explain";
        }
    }

    /** Look at the address once more. */
    record Look() implements TaskAction {
        @Override
        public String label() {
            return "look";
        }
    }

    /** A bad finding does not matter here. */
    record Waive(Check check, String about, String why) implements TaskAction {
        @Override
        public String label() {
            return "waive";
        }
    }

    /**
     * The list was asked.
     *
     * @param anyway although something stands in the way; a pause that the list wants is no such thing
     */
    record Asked(RemovalMethod how, String reference, String note, boolean anyway) implements TaskAction {
        @Override
        public String label() {
            return "request";
        }
    }

    /**
     * The request has certainly not gone out, although it was written down as made.
     *
     * @param reference of the request
     */
    record Unsent(String reference, String why) implements TaskAction {
        @Override
        public String label() {
            return "unsent";
        }
    }

    /** The list has said that it got the request. */
    record Acknowledged(String reference) implements TaskAction {
        @Override
        public String label() {
            return "acknowledge";
        }
    }

    /** The list has said no. */
    record Refused(String why) implements TaskAction {
        @Override
        public String label() {
            return "refuse";
        }
    }

    /** Nothing more is done about it. */
    record Withdraw(String why) implements TaskAction {
        @Override
        public String label() {
            return "withdraw";
        }
    }

    /** It is taken up again. */
    record Reopen(String why) implements TaskAction {
        @Override
        public String label() {
            return "reopen";
        }
    }

    /** Something worth knowing. */
    record Note(String text) implements TaskAction {
        @Override
        public String label() {
            return "note";
        }
    }
}
