package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A removal request by mail. */
@Command(
        name = "mail",
        description = "Shows the request as it would be sent by mail, or sends it.",
        mixinStandardHelpOptions = true)
final class TaskMailCommand implements Callable<Integer> {
    @Mixin
    private TaskName task = new TaskName();

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Option(names = "--send", description = "Send it, instead of showing what would be sent.")
    private boolean send;

    @Mixin
    private Printed printed = new Printed();

    @Override
    public Integer call() {
        DaemonApi daemon = DaemonApi.here(Muted.PATIENCE);
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("author", author.name())
                .put("send", send);
        JsonNode mail = daemon.post("/api/v1/tasks/" + task.id(daemon) + "/mail", body, "messageId")
                .orRefuse();
        return printed.print(mail, out -> print(mail, out));
    }

    private static void print(JsonNode mail, PrintWriter out) {
        out.println("From: " + words(mail, "from"));
        out.println("To: " + words(mail, "to"));
        out.println("Subject: " + words(mail, "subject"));
        out.println();
        mail.path("body").asText().lines().forEach(line -> out.println(Plain.text(line)));
        out.println(verdict(mail));
    }

    private static String verdict(JsonNode mail) {
        if (mail.path("sent").asBoolean()) {
            return mail.path("doubt").isTextual() ? "Note: " + words(mail, "doubt") + "." : "Sent.";
        }
        return mail.path("obstacle").isTextual()
                ? "Not sent, and would not be: " + words(mail, "obstacle") + "."
                : "Not sent; --send sends it.";
    }

    private static String words(JsonNode mail, String field) {
        return Plain.text(mail.path(field).asText());
    }
}
