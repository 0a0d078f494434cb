package offlist.probe;

import offlist.catalogue.CodeSelector;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.ListType;
import offlist.catalogue.ReturnCode;

/** Rows for answers that a list's own table does not have. */
final class UnknownCodes {
    private static final String UNSPECIFIED = "listed-unspecified";
    private static final String BLOCKED = "query-blocked";

    private UnknownCodes() {}

    /** 127.255.255.0/24 is an error at every list that does not say otherwise. */
    static ReturnCode error(String answer) {
        return new ReturnCode(exactly(answer), Effect.ERROR, BLOCKED, "the list did not take the question");
    }

    /** The whole answer is unknown. */
    static ReturnCode of(DnsList list, String answer) {
        return row(list, exactly(answer), "code not in the catalogue: see the list's own page");
    }

    /** Some bits of it are. */
    static ReturnCode ofBits(DnsList list, int bits) {
        return row(list, new CodeSelector.BitMask(bits), "code not in the catalogue: see the list's own page");
    }

    /** A text without any address record: a listing where the list is there to block, else a fact. */
    static ReturnCode ofText(DnsList list) {
        Effect effect = list.type() == ListType.BLOCK ? effect(list) : Effect.NEUTRAL;
        return new ReturnCode(exactly("127.0.0.2"), effect, UNSPECIFIED, "listed, see the text");
    }

    private static ReturnCode row(DnsList list, CodeSelector selector, String meaning) {
        Effect effect = effect(list);
        return new ReturnCode(selector, effect, effect == Effect.ERROR ? BLOCKED : UNSPECIFIED, meaning);
    }

    private static Effect effect(DnsList list) {
        return switch (list.unknownCode()) {
            case IGNORE -> Effect.NEUTRAL;
            case ERROR -> Effect.ERROR;
            case LISTED, REVIEW -> byType(list.type());
        };
    }

    private static Effect byType(ListType type) {
        return switch (type) {
            case BLOCK, INFORMATIONAL -> Effect.LISTED;
            case ALLOW -> Effect.ALLOWLISTED;
            case REPUTATION_SCORE -> Effect.NEUTRAL;
        };
    }

    private static CodeSelector exactly(String answer) {
        return CodeSelector.OctetPattern.parse(answer).orElseThrow();
    }
}
