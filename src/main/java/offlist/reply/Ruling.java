package offlist.reply;

import java.util.List;
import java.util.Optional;

/**
 * What a rule, or a row of its table of codes, says of a refusal. What is empty is left to the rule, or to what is usual.
 *
 * @param operator who decided, where it is not the operator of a list
 * @param marks keys of the list marks it is about, whether or not the text names them
 * @param listName the receiver's own list by name; {@code {code}} is the code that was found
 * @param privateList id in the catalogue's private lists
 * @param fault their look-up is refused and read as a hit
 */
record Ruling(
        Optional<RefusalClass> refusalClass,
        Optional<Boolean> relevant,
        Optional<Passing> passing,
        Optional<String> operator,
        List<String> marks,
        Optional<String> listName,
        Optional<String> privateList,
        List<String> links,
        List<String> contacts,
        List<NextStep> next,
        Optional<Boolean> fault) {

    Ruling {
        marks = List.copyOf(marks);
        links = List.copyOf(links);
        contacts = List.copyOf(contacts);
        next = List.copyOf(next);
    }

    static Ruling of(RefusalClass refusalClass) {
        return new Ruling(
                Optional.of(refusalClass),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** This where it says something, else the other one. A row that changes the class changes what follows from it. */
    Ruling over(Ruling rule) {
        boolean another = refusalClass.isPresent() && !refusalClass.equals(rule.refusalClass);
        return new Ruling(
                refusalClass.or(() -> rule.refusalClass),
                another ? relevant : relevant.or(() -> rule.relevant),
                passing.or(() -> rule.passing),
                operator.or(() -> rule.operator),
                marks.isEmpty() && !another ? rule.marks : marks,
                listName.or(() -> another ? Optional.empty() : rule.listName),
                privateList.or(() -> rule.privateList),
                links.isEmpty() ? rule.links : links,
                contacts.isEmpty() ? rule.contacts : contacts,
                next.isEmpty() && !another ? rule.next : next,
                fault.or(() -> rule.fault));
    }

    RefusalClass wanted() {
        return refusalClass.orElse(RefusalClass.OTHER);
    }
}
