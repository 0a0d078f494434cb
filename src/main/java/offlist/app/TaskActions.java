package offlist.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What people do about a removal task: one command for each action that the API knows. */
abstract class TaskActions {
    @Command(description = "Says what was wrong and what was done about it: the request is written from it.")
    int explain(
            @Mixin TaskDeed deed,
            @Option(names = "--cause", required = true, paramLabel = "TEXT", description = "What was wrong.")
                    String cause,
            @Option(names = "--fix", required = true, paramLabel = "TEXT", description = "What was done about it.")
                    String fix) {
        return deed.with("cause", cause).with("fix", fix).act("explain");
    }

    @Command(description = "Looks once more whether the list would let the address go.")
    int look(@Mixin TaskDeed deed) {
        return deed.act("look");
    }

    @Command(description = "Says that something that was found does not matter here.")
    int waive(
            @Mixin TaskDeed deed,
            @Option(names = "--check", required = true, paramLabel = "CHECK", description = "Such as ptr or spf.")
                    String check,
            @Option(
                            names = "--about",
                            required = true,
                            paramLabel = "WHAT",
                            description =
                                    "The address, name or domain that was looked at, as offlist tasks show has it.")
                    String about,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why it does not matter.")
                    String why) {
        return deed.with("check", check).with("about", about).with("why", why).act("waive");
    }

    @Command(description = "Says that you have asked the list to let the address go.")
    int request(
            @Mixin TaskDeed deed,
            @Option(names = "--how", paramLabel = "WAY", description = "Such as email; else self-service.") @Nullable
                    String how,
            @Option(names = "--reference", paramLabel = "TEXT", description = "What the list calls the request.")
                    @Nullable
                    String reference,
            @Option(names = "--note", paramLabel = "TEXT", description = "What else there is to say.") @Nullable
                    String note,
            @Option(
                            names = "--anyway",
                            description = "Although something was found. What the list wants no request before, stays.")
                    boolean anyway) {
        return deed.with("how", how)
                .with("reference", reference)
                .with("note", note)
                .with("anyway", anyway)
                .act("request");
    }

    @Command(description = "Says that the list got the request and works on it.")
    int acknowledge(
            @Mixin TaskDeed deed,
            @Option(names = "--reference", paramLabel = "TEXT", description = "What the list calls the request.")
                    @Nullable
                    String reference) {
        return deed.with("reference", reference).act("acknowledge");
    }

    @Command(description = "Says that the list said no.")
    int refuse(
            @Mixin TaskDeed deed,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "What the list said.")
                    String why) {
        return deed.with("why", why).act("refuse");
    }

    @Command(description = "Says that nothing more is done about it.")
    int withdraw(
            @Mixin TaskDeed deed,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why not.") String why) {
        return deed.with("why", why).act("withdraw");
    }

    @Command(description = "Takes up again what was withdrawn or what the list refused.")
    int reopen(
            @Mixin TaskDeed deed,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why.") String why) {
        return deed.with("why", why).act("reopen");
    }

    @Command(description = "Writes something into the history of the task.")
    int note(
            @Mixin TaskDeed deed,
            @Option(names = "--note", required = true, paramLabel = "TEXT", description = "What is worth knowing.")
                    String note) {
        return deed.with("note", note).act("note");
    }
}
