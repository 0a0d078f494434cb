package offlist.triage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that was found out.
 *
 * @param lists empty when there is no address to ask about
 * @param servers empty when there is no recipient
 * @param others likewise
 * @param contacts whom to write to, those of the reply first
 */
public record Triage(
        Instant at,
        Case about,
        List<ListState> lists,
        Optional<Servers> servers,
        Optional<Others> others,
        List<String> contacts,
        Conclusion conclusion) {
    /** Copies the lists. */
    public Triage {
        lists = List.copyOf(lists);
        contacts = List.copyOf(contacts);
    }

    /** Those that say that the address is on them. */
    public List<ListState> listed() {
        return lists.stream().filter(ListState::listed).toList();
    }
}
