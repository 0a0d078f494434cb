package offlist.ticket;

import offlist.alert.Audit;
import offlist.store.Tx;

/** Hears what people do with tickets in other systems. None of it closes a task: that takes an answer of the list. */
public interface TicketNews {
    /** Keeps what was heard, in the transaction that notes it. */
    void heard(Tx tx, TicketHeard heard);

    /** It stands in the audit trail. */
    static TicketNews audited() {
        return (tx, heard) -> Audit.write(
                tx,
                new Audit.Entry(
                        heard.at(),
                        heard.system() + ":" + heard.who(),
                        heard.closed() ? "ticket.close" : "ticket.reopen",
                        heard.task(),
                        heard.what() + heard.link().map(link -> ": " + link).orElse("")));
    }
}
