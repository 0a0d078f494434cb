package offlist.web;

import java.util.List;

/**
 * What became of the addresses that Alertmanager named.
 *
 * @param checking are asked about now, within what the lists allow
 * @param notOurs are in no pool
 * @param left are ours, but more than one request may ask about; their turn comes
 */
public record AlertmanagerView(List<String> checking, List<String> notOurs, List<String> left) {
    public AlertmanagerView {
        checking = List.copyOf(checking);
        notOurs = List.copyOf(notOurs);
        left = List.copyOf(left);
    }
}
