package offlist.alert;

import java.util.List;

/** How a service reads what it is sent: by its own rules, not by ours. */
public interface Reading {
    /**
     * All of it that is more than text: markup, links and where they lead, mentions, lines, headers, fields. A bare address
     * that a program makes something to click on is none of it: it shows where it leads.
     */
    List<String> live(String body);

    /** What people and programs get to see as text. */
    List<String> texts(String body);

    /** Fails where the service would refuse or cut it. */
    void accept(String body);
}
