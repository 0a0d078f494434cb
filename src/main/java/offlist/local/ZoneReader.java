package offlist.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.FileFormat;
import offlist.catalogue.Kind;
import offlist.catalogue.ListFile;

/**
 * Reads a file line by line. A few wrong lines in a long file are left out and told; where more than one in a hundred is
 * wrong the file is not what it is taken for, and nothing of it is believed.
 */
final class ZoneReader {
    private static final long LARGEST = 1L << 30;
    private static final int LONGEST_LINE = 4096;
    private static final int NAMED = 3;

    private final ZoneLines lines;
    private final ZoneDraft draft;
    private final List<String> mistakes = new ArrayList<>();
    private int number;
    private int wrong;

    /** What came of reading a file. */
    sealed interface Result {
        /**
         * @param remark what was left out; empty for nothing
         */
        record Good(LocalZone zone, String remark) implements Result {}

        /** The file is not to be believed. */
        record Bad(String why) implements Result {}
    }

    private ZoneReader(FileFormat format) {
        draft = new ZoneDraft(kinds(format));
        lines = format == FileFormat.PLAIN
                ? new PlainLines(draft)
                : new RbldnsdLines(draft, format == FileFormat.IP6TRIE);
    }

    private static EnumSet<Kind> kinds(FileFormat format) {
        return switch (format) {
            case PLAIN -> EnumSet.of(Kind.IPV4, Kind.IPV6);
            case IP4SET -> EnumSet.of(Kind.IPV4);
            case IP6TRIE -> EnumSet.of(Kind.IPV6);
        };
    }

    static Result read(ListFile file) {
        Path path = file.path();
        if (!Files.exists(path)) {
            return new Result.Bad("there is no file " + path);
        }
        if (!Files.isRegularFile(path)) {
            return new Result.Bad(path + " is not a file");
        }
        try {
            if (Files.size(path) > LARGEST) {
                return new Result.Bad(path + " is larger than 1 GiB");
            }
            Optional<FileFormat> told = file.format();
            FileFormat format = told.isPresent() ? told.get() : FormatGuess.of(path);
            try (InputStream content = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
                return new ZoneReader(format).read(path, content);
            }
        } catch (AccessDeniedException denied) {
            return new Result.Bad(path + " may not be read by this user");
        } catch (IOException unreadable) {
            return new Result.Bad(path + " cannot be read");
        } catch (AnswerTable.TooMuch much) {
            return new Result.Bad(path + " has " + much.getMessage());
        }
    }

    private Result read(Path path, InputStream content) throws IOException {
        try {
            lines(content);
        } catch (ZoneLines.Refused refused) {
            return new Result.Bad(path + ": line " + number + ": " + refused.getMessage());
        }
        LocalZone zone = draft.finish();
        return wrong * 100L > zone.size()
                ? new Result.Bad(path + ": " + complaint())
                : new Result.Good(zone, wrong == 0 ? "" : "left out: " + complaint());
    }

    private void lines(InputStream content) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(LONGEST_LINE);
        for (int next = content.read(); next >= 0; next = content.read()) {
            if (next == '\n') {
                take(line);
            } else if (line.size() <= LONGEST_LINE) {
                line.write(next);
            }
        }
        take(line);
    }

    private void take(ByteArrayOutputStream bytes) {
        number++;
        boolean fits = bytes.size() <= LONGEST_LINE;
        String mistake = fits
                ? lines.line(bytes.toString(StandardCharsets.ISO_8859_1).strip())
                : "longer than " + LONGEST_LINE + " bytes";
        bytes.reset();
        if (!mistake.isEmpty()) {
            wrong++;
            if (wrong <= NAMED) {
                mistakes.add("line " + number + ": " + mistake);
            }
        }
    }

    private String complaint() {
        String first = String.join("; ", mistakes);
        return wrong > NAMED ? first + "; and " + (wrong - NAMED) + " more" : first;
    }
}
