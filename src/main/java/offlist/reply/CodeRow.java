package offlist.reply;

import java.util.List;

/** One row of a receiver's table of codes. */
record CodeRow(List<CodeRange> codes, Ruling ruling) {
    CodeRow {
        codes = List.copyOf(codes);
    }

    boolean covers(String code) {
        return codes.stream().anyMatch(range -> range.covers(code));
    }
}
