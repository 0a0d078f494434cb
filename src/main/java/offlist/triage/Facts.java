package offlist.triage;

import java.util.List;
import java.util.Optional;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;

/** What a conclusion is drawn from. */
record Facts(Case about, List<ListState> lists, Optional<Servers> servers, Optional<Others> others) {

    Optional<Told> told() {
        return about.told();
    }

    List<ListState> listed() {
        return lists.stream().filter(ListState::listed).toList();
    }

    /** The lists that the refusal names, as far as they are asked. */
    List<ListState> named() {
        return lists.stream()
                .filter(each -> told().filter(told -> told.known().contains(each.list()))
                        .isPresent())
                .toList();
    }

    /** Our address in words. */
    String address() {
        return about.address().map(IpAddress::text).orElse("your address");
    }

    /** The other side in words. */
    String receiver() {
        return about.domain().map(DomainName::text).orElse("the receiver");
    }
}
