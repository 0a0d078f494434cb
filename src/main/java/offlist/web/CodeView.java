package offlist.web;

import java.util.List;
import offlist.track.ListedCode;
import org.jspecify.annotations.Nullable;

/** What one code of a listing means. */
public record CodeView(
        String code,
        String reason,
        String meaning,
        @Nullable String sublist) {
    static List<CodeView> of(List<ListedCode> codes) {
        return codes.stream()
                .map(code -> new CodeView(
                        code.answer(),
                        code.reason(),
                        code.meaning(),
                        code.sublist().orElse(null)))
                .toList();
    }
}
