package offlist.app;

import java.util.List;

/** The program cannot do what was asked of it: sentences for the person who asked, and the exit code. */
final class CommandError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Exit codes beside those of the commands; numbers as in sysexits.h, so that service managers know them. */
    enum Exit {
        USAGE(64),
        /** Something that is needed is not there: a port, a resolver. */
        UNAVAILABLE(69),
        STORE(74),
        CONFIG(78);

        private final int code;

        Exit(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private final Exit exit;
    private final List<String> sentences;

    CommandError(Exit exit, List<String> sentences) {
        super(String.join("\n", sentences), null, false, false);
        this.exit = exit;
        this.sentences = List.copyOf(sentences);
    }

    CommandError(Exit exit, String sentence) {
        this(exit, List.of(sentence));
    }

    Exit exit() {
        return exit;
    }

    List<String> sentences() {
        return sentences;
    }
}
