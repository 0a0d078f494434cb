package offlist.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.track.Status;
import offlist.triage.Whose;
import offlist.web.TriageView.ListLine;
import offlist.web.TriageView.OtherView;
import offlist.yaml.Capital;

/** Makes the page of triage. */
final class TriagePages {
    private static final int MOST_OTHERS = 20;

    private final Sources sources;
    private final TriageAnswers answers;

    TriagePages(Sources sources, TriageAnswers answers) {
        this.sources = sources;
        this.answers = answers;
    }

    /** With nothing found out yet. */
    TriagePage page(TriagePage.Form form) {
        return new TriagePage(frame(sources.board().now()), form, null, null);
    }

    /**
     * Looks into what is in the form.
     *
     * @param author who sends it on; empty when nobody does
     */
    TriagePage look(TriagePage.Form form, boolean mask, Optional<String> author) {
        try {
            TriageView view = answers.look(TriageRequest.of(form::given, mask, author));
            Status status = sources.board().now();
            return new TriagePage(frame(status), form, found(view, status.at()), null);
        } catch (ProblemException problem) {
            return wrong(form, problem.problem().detail());
        }
    }

    /** With the form as it was, and what is wrong with it. */
    TriagePage wrong(TriagePage.Form form, String why) {
        return new TriagePage(frame(sources.board().now()), form, null, Capital.of(why));
    }

    private static Frame frame(Status status) {
        return Frame.still("Triage", status);
    }

    private static TriagePage.Found found(TriageView view, Instant now) {
        return new TriagePage.Found(
                view,
                Stream.of(Whose.values())
                        .filter(each -> each.label().equals(view.whose()))
                        .map(Whose::words)
                        .collect(Collectors.joining()),
                rows(view, now, line -> line.verdict().equals("listed")),
                rows(view, now, line -> line.verdict().equals("unknown")),
                view.lists().stream()
                        .filter(line -> line.verdict().equals("not_listed"))
                        .count(),
                rows(
                        view,
                        now,
                        line -> line.verdict().equals("not_listed")
                                && !line.earlier().isEmpty()),
                others(view, now),
                Optional.ofNullable(view.refusal()).map(RefusalView::id).orElse(""));
    }

    private static List<TriagePage.ListRow> rows(TriageView view, Instant now, Predicate<ListLine> which) {
        return view.lists().stream().filter(which).map(line -> row(line, now)).toList();
    }

    private static TriagePage.ListRow row(ListLine line, Instant now) {
        return new TriagePage.ListRow(
                line.list(),
                line.name(),
                line.words(),
                Optional.ofNullable(line.since()).map(at -> When.of(at, now)).orElse(null),
                line.earlier().stream()
                        .map(past -> day(past.opened()) + " to " + day(past.closed()))
                        .collect(Collectors.joining(", ")));
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static List<String> others(TriageView view, Instant now) {
        List<String> words = new ArrayList<>();
        if (view.others() != null) {
            view.others().refused().stream()
                    .limit(MOST_OTHERS)
                    .map(other -> words(other, now))
                    .forEach(words::add);
        }
        return words;
    }

    private static String words(OtherView other, Instant now) {
        return Optional.ofNullable(other.address()).orElse("an unknown address") + ": " + other.refusals()
                + (other.refusals() == 1 ? " refusal (" : " refusals (")
                + other.refusalClass().replace('_', ' ') + "), the last "
                + When.of(other.last(), now).ago();
    }
}
