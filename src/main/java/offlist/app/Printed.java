package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the answer of the running daemon is printed: as JSON when that is wanted, else as text. */
final class Printed {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Prints it; always successful. */
    int print(JsonNode answer, Consumer<PrintWriter> text) {
        return print(answer, (out, err) -> text.accept(out));
    }

    /** The same, with something to say that is no part of the answer. */
    int print(JsonNode answer, Text text) {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (json) {
            line.getOut().println(answer.toPrettyString());
        } else {
            text.print(line.getOut(), line.getErr());
        }
        return 0;
    }

    /** Text on both streams. */
    interface Text {
        void print(PrintWriter out, PrintWriter err);
    }
}
