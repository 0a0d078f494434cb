package offlist.web;

import offlist.catalogue.RemovalMethod;
import offlist.delist.Advice;
import offlist.delist.Obstacle;
import offlist.delist.RemovalTask;
import offlist.delist.TaskAction;
import offlist.ready.Check;

/** What the pages of removal tasks call things. */
final class TaskTexts {
    private TaskTexts() {}

    static String who(RemovalTask task) {
        return switch (task.plan().actor()) {
            case OPERATOR -> "You can ask the list yourself.";
            case NETWORK_OWNER ->
                task.covers().isPresent()
                        ? "The entry means more than the address: whoever holds all of it has to end the cause there, and to ask."
                        : "The owner of the network has to ask: the list hears nobody else.";
            case NOBODY -> "Nobody can ask: the entry goes with its cause and with time.";
        };
    }

    static String check(Check check) {
        return switch (check) {
            case PTR -> "Reverse DNS";
            case FORWARD_CONFIRMED -> "Name leads back";
            case NAME_NOT_GENERIC -> "Name of a mail server";
            case HELO -> "HELO name";
            case SPF -> "SPF";
            case DOMAIN_MAIL -> "Domain takes mail";
            case ABUSE_CONTACT -> "Contact for complaints";
            case GREETING -> "Greeting";
            case OPEN_RELAY -> "No open relay";
        };
    }

    static String method(RemovalMethod method) {
        return switch (method) {
            case SELF_SERVICE -> "on the list's page";
            case ACCOUNT -> "in an account with the list";
            case EMAIL -> "by mail";
            case TICKET -> "by a ticket";
            case ISP_REQUEST -> "through the owner of the network";
            case AUTO_EXPIRY, PAID_EXPRESS, SEE_SUBLIST, NONE, UNKNOWN -> "in another way";
        };
    }

    /** What a request lacks, and where it is said. */
    static String lack(String missing) {
        return switch (missing) {
            case "cause" -> "what was wrong: say it under “Cause and fix”";
            case "fix" -> "what was done about it: say it under “Cause and fix”";
            case "organisation" -> "who you are: `removal: organisation` of the configuration";
            case "contact" -> "a mail address to answer to: `removal: contact` of the configuration";
            default -> missing;
        };
    }

    /** What the history says somebody did. */
    static String did(String action) {
        return switch (action) {
            case "opened" -> "opened the task";
            case "reopened" -> "listed again";
            case "reopen" -> "took it up again";
            case "updated" -> "the listing changed";
            case "looked" -> "looked at what lists look at";
            case "look" -> "wanted it looked at again";
            case "explain" -> "said what was wrong and what was done";
            case "waive" -> "waived";
            case "request" -> "asked the list";
            case "acknowledge" -> "the list confirmed the request";
            case "unsent" -> "the request did not go out";
            case "refuse" -> "the list said no";
            case "withdraw" -> "gave up";
            case "overdue" -> "the list should have let go by now";
            case "closed" -> "the listing is over";
            case "note" -> "noted";
            default -> action;
        };
    }

    static String notDone(Obstacle obstacle) {
        return "Not done: " + obstacle.why()
                + obstacle.until()
                        .map(at -> "; not before " + Advice.moment(at))
                        .orElse("") + ".";
    }

    /** What is said to whoever did it. */
    static String done(TaskAction action) {
        return switch (action) {
            case TaskAction.Explain told -> "Cause and fix are noted.";
            case TaskAction.Look look -> "It is being looked at; that takes some seconds.";
            case TaskAction.Waive waived -> "Waived: it does not stand in the way any more.";
            case TaskAction.Asked asked -> "It is noted that the list was asked.";
            case TaskAction.Unsent unsent -> "It is noted that the request did not go out.";
            case TaskAction.Acknowledged known -> "It is noted that the list has the request.";
            case TaskAction.Refused refused -> "It is noted that the list said no; the task is closed.";
            case TaskAction.Withdraw gaveUp -> "The task is given up.";
            case TaskAction.Reopen again -> "The task is taken up again.";
            case TaskAction.Note note -> "Noted.";
        };
    }
}
