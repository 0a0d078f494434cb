package offlist.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is known about replies: rules, the marks of list operators, receivers, and what is usual for a class or a code. */
public final class RuleBook {
    private final List<Rule> rules;
    private final List<Mark> marks;
    private final List<Receiver> receivers;
    private final List<StatusCode> statusCodes;
    private final Map<RefusalClass, List<NextStep>> usual;

    RuleBook(
            List<Rule> rules,
            List<Mark> marks,
            List<Receiver> receivers,
            List<StatusCode> statusCodes,
            Map<RefusalClass, List<NextStep>> usual) {
        this.rules = List.copyOf(rules);
        this.marks = List.copyOf(marks);
        this.receivers = List.copyOf(receivers);
        this.statusCodes = List.copyOf(statusCodes);
        this.usual = Map.copyOf(usual);
    }

    /** How many rules there are. */
    public int size() {
        return rules.size();
    }

    List<Rule> rules() {
        return rules;
    }

    List<Mark> marks() {
        return marks;
    }

    List<Receiver> receivers() {
        return receivers;
    }

    List<NextStep> usual(RefusalClass refusalClass) {
        return usual.getOrDefault(refusalClass, List.of());
    }

    /** What an enhanced code says where no words do; the first that covers it. */
    Optional<RefusalClass> meaningOf(String enhanced) {
        return statusCodes.stream()
                .filter(code -> code.covers(enhanced))
                .map(StatusCode::refusalClass)
                .findFirst();
    }
}
