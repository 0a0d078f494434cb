package offlist.reply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.LinkTemplate;
import offlist.catalogue.ListId;
import offlist.catalogue.PrivateList;

/** Puts together what the rule says, which lists are meant, and what the text holds. */
record Decision(
        RuleBook book,
        Catalogue catalogue,
        Reply reply,
        ReplyText text,
        List<String> here,
        Match match,
        ListsMeant lists) {

    Meaning meaning() {
        Ruling ruling = match.ruling();
        RefusalClass refusalClass = refusalClass(ruling);
        boolean relevant = ruling.relevant().orElse(ruling.wanted().usuallyRelevant());
        boolean fault = ruling.fault().orElse(aboutLists(refusalClass) && lists.allClosed());
        return new Meaning(
                relevant,
                refusalClass,
                operator(ruling, refusalClass, relevant),
                ruling.privateList(),
                listNames(ruling, refusalClass),
                known(refusalClass),
                match.code(),
                links(ruling, refusalClass),
                contacts(ruling, refusalClass),
                temporary(ruling),
                text.replyCode(),
                text.enhancedCode(),
                Addresses.in(text.text(), match.addresses(), reply.remoteMta()),
                fault,
                next(ruling, refusalClass, fault),
                match.rule().id());
    }

    /** A list that nobody can look up is a private one; one of domains is not about the address. */
    private RefusalClass refusalClass(Ruling ruling) {
        RefusalClass wanted = ruling.wanted();
        if (wanted != RefusalClass.PUBLIC_LIST) {
            return wanted;
        }
        if (lists.only(Mark.Kind.DOMAIN)) {
            return RefusalClass.DOMAIN_LIST;
        }
        if (lists.only(Mark.Kind.COUNTRY)) {
            return RefusalClass.POLICY;
        }
        return lists.anyPublic() ? RefusalClass.PUBLIC_LIST : RefusalClass.PRIVATE_LIST;
    }

    private static boolean aboutLists(RefusalClass refusalClass) {
        return refusalClass == RefusalClass.PUBLIC_LIST || refusalClass == RefusalClass.DOMAIN_LIST;
    }

    private List<Named> meant(RefusalClass refusalClass) {
        return aboutLists(refusalClass) || !match.marks().isEmpty() ? lists.lists() : List.of();
    }

    private Optional<String> operator(Ruling ruling, RefusalClass refusalClass, boolean relevant) {
        Optional<String> list = aboutLists(refusalClass)
                ? lists.lists().stream().map(Named::key).findFirst()
                : Optional.empty();
        return list.or(ruling::operator)
                .or(() -> relevant ? here.stream().findFirst() : Optional.empty())
                .or(() -> relevant ? Optional.of(Meaning.SOMEBODY) : Optional.empty());
    }

    private List<String> listNames(Ruling ruling, RefusalClass refusalClass) {
        Set<String> names = new LinkedHashSet<>();
        lists.unknown().ifPresent(names::add);
        meant(refusalClass).forEach(list -> names.add(list.shown()));
        ruling.listName()
                .filter(name -> !name.contains("{code}") || match.code().isPresent())
                .map(name -> name.replace("{code}", match.code().orElse("")))
                .ifPresent(names::add);
        return List.copyOf(names);
    }

    private Set<ListId> known(RefusalClass refusalClass) {
        return meant(refusalClass).stream()
                .flatMap(list -> list.known().stream())
                .collect(Collectors.toSet());
    }

    private List<String> links(Ruling ruling, RefusalClass refusalClass) {
        Stream<String> own = privateList(ruling)
                .map(list -> Stream.of(list.removal(), list.lookup())
                        .flatMap(Optional::stream)
                        .map(LinkTemplate::template)
                        .filter(link -> link.indexOf('{') < 0))
                .orElse(Stream.empty());
        return together(Links.pages(text.text()), of(refusalClass, Named::links), ruling.links(), own.toList());
    }

    private List<String> contacts(Ruling ruling, RefusalClass refusalClass) {
        List<String> own =
                privateList(ruling).flatMap(PrivateList::email).stream().toList();
        return together(Links.mails(text.text()), of(refusalClass, Named::contacts), ruling.contacts(), own);
    }

    private Optional<PrivateList> privateList(Ruling ruling) {
        return ruling.privateList().flatMap(catalogue::privateList);
    }

    private List<String> of(RefusalClass refusalClass, Function<Named, List<String>> what) {
        return meant(refusalClass).stream()
                .flatMap(list -> what.apply(list).stream())
                .toList();
    }

    @SafeVarargs
    private static List<String> together(Collection<String>... parts) {
        Set<String> all = new LinkedHashSet<>();
        for (Collection<String> part : parts) {
            all.addAll(part);
        }
        return new ArrayList<>(all);
    }

    private boolean temporary(Ruling ruling) {
        return switch (ruling.passing().orElse(Passing.BY_REPLY)) {
            case YES -> true;
            case NO -> false;
            case BY_REPLY ->
                text.replyCode()
                        .map(code -> code / 100 == 4)
                        .orElseGet(() -> text.enhancedCode()
                                .or(reply::dsnStatus)
                                .filter(status -> status.startsWith("4"))
                                .isPresent());
        };
    }

    private List<NextStep> next(Ruling ruling, RefusalClass refusalClass, boolean fault) {
        List<NextStep> next = ruling.next().isEmpty() ? book.usual(refusalClass) : ruling.next();
        return fault && !next.contains(NextStep.TELL_RECEIVER_BROKEN)
                ? Stream.concat(Stream.of(NextStep.TELL_RECEIVER_BROKEN), next.stream())
                        .toList()
                : next;
    }
}
