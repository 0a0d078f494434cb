package offlist.web;

import java.util.Optional;
import offlist.delist.Choices;
import offlist.delist.Choices.Choice;
import offlist.delist.RemovalSettings;
import offlist.delist.RemovalTask;
import offlist.draft.Requests.Result;
import offlist.web.TaskPage.Mail;
import offlist.web.TaskPage.Said;
import offlist.yaml.Capital;
import org.jspecify.annotations.Nullable;

/** The removal request as a mail, on the page of its task. */
final class TaskMail {
    private TaskMail() {}

    /** Where an address is known and the list may be asked now. */
    static @Nullable Mail of(@Nullable DraftView draft, Choices choices, RemovalSettings settings) {
        return Optional.ofNullable(draft)
                .filter(known -> choices.has(Choice.ASK))
                .map(DraftView::mailTo)
                .map(to -> new Mail(
                        settings.contact().orElse(null), to, settings.mail().send()))
                .orElse(null);
    }

    /** Sends it or shows it, as the form says. */
    static Said said(TaskShelf tasks, RemovalTask task, TaskForm form) {
        String author = TaskRequest.words(form.author());
        if (author.isBlank()) {
            throw JsonBody.bad("`author` is missing");
        }
        Result result = tasks.mail(task, author, form.send());
        return result instanceof Result.NotSent not
                ? new Said(TaskTexts.notDone(not.why()), true, form.fields())
                : new Said(words(result), false, form.fields(), MailView.of(result));
    }

    private static String words(Result result) {
        return switch (result) {
            case Result.Shown shown ->
                "This was a dry run, the list was not asked. "
                        + shown.not()
                                .map(why -> Capital.of(why.words()) + ".")
                                .orElse("Nothing stands in the way of sending it.");
            case Result.Sent sent ->
                sent.doubt()
                        .map(doubt -> Capital.of(doubt) + ".")
                        .orElseGet(
                                () -> "The request was sent to " + sent.mail().to() + ".");
            case Result.NotSent not -> TaskTexts.notDone(not.why());
        };
    }
}
