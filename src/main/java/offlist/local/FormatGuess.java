package offlist.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import offlist.catalogue.FileFormat;

/** How a file is written, by its first lines: rbldnsd's values and special lines give its datasets away. */
final class FormatGuess {
    private static final int HEAD = 1 << 16;
    /** A colon with a number behind it may be a part of an IPv6 address, unless there is space before it or a point in it. */
    private static final Pattern RBLDNSD = Pattern.compile(
            "\\$.*|[#;:]\\$.*|!.*|:[0-9.]+(\\s*:.*)?" + "|[^#;\\s]+(\\s+:[0-9.]+|:[0-9]+\\.[0-9.]+)(\\s*:.*)?");

    private static final Pattern V6 = Pattern.compile("!?\\s*[0-9a-fA-F]*:[0-9a-fA-F]*:.*");

    private FormatGuess() {}

    static FileFormat of(Path path) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            return of(new String(content.readNBytes(HEAD), StandardCharsets.ISO_8859_1));
        }
    }

    static FileFormat of(String head) {
        List<String> lines = head.lines().map(String::strip).toList();
        if (lines.stream().noneMatch(line -> RBLDNSD.matcher(line).matches())) {
            return FileFormat.PLAIN;
        }
        boolean v6 = lines.stream()
                .filter(line -> !line.isEmpty() && "#;$".indexOf(line.charAt(0)) < 0)
                .anyMatch(line -> V6.matcher(line).matches() && !line.matches(":[0-9.]+\\s*:.*"));
        return v6 ? FileFormat.IP6TRIE : FileFormat.IP4SET;
    }
}
