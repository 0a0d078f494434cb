package offlist.app;

import offlist.delist.TaskDesk;
import offlist.store.Tx;
import offlist.ticket.TicketHeard;
import offlist.ticket.TicketNews;

/** What people do with tickets stands in the audit trail and in the history of the task. */
final class TicketNotes implements TicketNews {
    private final TicketNews audit = TicketNews.audited();

    @Override
    public void heard(Tx tx, TicketHeard heard) {
        audit.heard(tx, heard);
        String link = heard.link().map(to -> ": " + to).orElse("");
        TaskDesk.remark(tx, heard.task(), heard.system() + ":" + heard.who(), heard.what() + link, heard.at());
    }
}
