package offlist.reply;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;

/** What can be seen only when all files are read: names that are used exist, and each sample gives what it says. */
final class RuleCheck {
    private final RuleDraft draft;
    private final Catalogue catalogue;

    private RuleCheck(RuleDraft draft, Catalogue catalogue) {
        this.draft = draft;
        this.catalogue = catalogue;
    }

    /** Names first: a rule that speaks of an unknown list could not be tried. */
    static boolean names(RuleDraft draft, Catalogue catalogue) {
        RuleCheck check = new RuleCheck(draft, catalogue);
        return draft.rules().stream().filter(rule -> !check.named(rule)).count() == 0;
    }

    static void samples(RuleDraft draft, ReplyReader reader) {
        for (Rule rule : draft.rules()) {
            if (rule.samples().isEmpty()) {
                draft.problem(rule, "a rule needs a sample");
            }
            rule.samples().forEach(sample -> compare(draft, rule, sample, reader.read(sample.reply())));
        }
    }

    private boolean named(Rule rule) {
        boolean fine = true;
        Set<String> marks = new HashSet<>();
        draft.marks().forEach(mark -> marks.add(mark.key()));
        for (Ruling ruling : rulings(rule)) {
            for (String key : ruling.marks()) {
                fine &= known(rule, "list mark", key, marks.contains(key));
            }
            Optional<String> own = ruling.privateList();
            fine &= own.isEmpty()
                    || known(
                            rule,
                            "private list",
                            own.get(),
                            catalogue.privateList(own.get()).isPresent());
        }
        for (String key : rule.bits().map(BitTable::marks).orElse(List.of())) {
            fine &= known(rule, "list mark", key, marks.contains(key));
        }
        return fine;
    }

    private static List<Ruling> rulings(Rule rule) {
        return Stream.concat(Stream.of(rule.ruling()), rule.codes().stream().map(CodeRow::ruling))
                .toList();
    }

    private boolean known(Rule rule, String what, String name, boolean known) {
        if (!known) {
            draft.problem(rule, "there is no " + what + " `" + name + "`");
        }
        return known;
    }

    private static void compare(RuleDraft draft, Rule rule, Sample sample, Meaning is) {
        Sample.Expected wanted = sample.expected();
        differ(draft, rule, "the rule that decides", rule.id(), is.rule());
        differ(
                draft,
                rule,
                "class",
                wanted.refusalClass().label(),
                is.refusalClass().label());
        differ(draft, rule, "relevant", wanted.relevant(), is.relevant());
        differ(draft, rule, "temporary", wanted.temporary(), is.temporary());
        differ(draft, rule, "fault", wanted.fault(), is.receiverFault());
        differ(
                draft,
                rule,
                "operator",
                wanted.operator().orElse("none"),
                is.operator().orElse("none"));
        differ(draft, rule, "lists", wanted.lists(), is.lists());
        differ(
                draft,
                rule,
                "code",
                wanted.code().orElse("none"),
                is.receiverCode().orElse("none"));
        differ(draft, rule, "addresses", wanted.addresses(), addresses(is));
    }

    private static List<String> addresses(Meaning is) {
        return is.addresses().stream().map(found -> found.address().text()).toList();
    }

    private static void differ(RuleDraft draft, Rule rule, String what, Object wanted, Object is) {
        if (!Objects.equals(wanted, is)) {
            draft.problem(rule, "its sample gives another " + what + ": " + is + ", not " + wanted);
        }
    }
}
