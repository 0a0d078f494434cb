package offlist.bounce;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.reply.FoundAddress;
import offlist.reply.FoundAddress.Place;
import offlist.reply.Meaning;
import offlist.reply.NextStep;
import offlist.reply.RefusalClass;

/** What replies mean, for tests that are not about that. */
public final class Meanings {
    private Meanings() {}

    /** A refusal because of a list, with addresses where the wording puts them. */
    public static Meaning listed(String list, FoundAddress... addresses) {
        return of(
                true,
                RefusalClass.PUBLIC_LIST,
                Optional.of("spamhaus"),
                Set.of(new ListId(list)),
                Optional.empty(),
                addresses);
    }

    /** A judgement of a receiver's own that the rules do not know. */
    public static Meaning judged(String code, FoundAddress... addresses) {
        return of(
                true, RefusalClass.PRIVATE_LIST, Optional.of(Meaning.SOMEBODY), Set.of(), Optional.of(code), addresses);
    }

    /** A mailbox that does not exist. */
    public static Meaning unknownUser(FoundAddress... addresses) {
        return of(false, RefusalClass.RECIPIENT, Optional.empty(), Set.of(), Optional.empty(), addresses);
    }

    /** An address that stands somewhere. */
    public static FoundAddress at(Place place, String address) {
        return new FoundAddress(IpAddress.parse(address), place);
    }

    private static Meaning of(
            boolean relevant,
            RefusalClass refusalClass,
            Optional<String> operator,
            Set<ListId> known,
            Optional<String> code,
            FoundAddress... addresses) {
        return new Meaning(
                relevant,
                refusalClass,
                operator,
                Optional.empty(),
                known.stream().map(ListId::value).toList(),
                known,
                code,
                List.of("https://check.spamhaus.org/"),
                List.of(),
                false,
                Optional.of(550),
                Optional.of("5.7.1"),
                List.of(addresses),
                false,
                List.of(NextStep.CHECK_LISTS),
                "test");
    }
}
