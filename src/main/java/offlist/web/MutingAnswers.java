package offlist.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import offlist.alert.Audit;
import offlist.alert.Incident;
import offlist.alert.Silence;
import offlist.web.Problem.Kind;

/** Incidents, silences and who changed them. */
final class MutingAnswers {
    private static final Duration LATELY = Duration.ofDays(7);
    private static final List<String> ACKNOWLEDGE = List.of("author", "comment");

    private final Muting muting;
    private final Wanted wanted;

    MutingAnswers(Muting muting, Setup setup) {
        this.muting = muting;
        this.wanted = new Wanted(setup);
    }

    Instant now() {
        return muting.clock().instant();
    }

    Page<SilenceView> silences() {
        Instant now = now();
        return Page.whole(muting.silences().since(now.minus(LATELY)).stream()
                .map(silence -> SilenceView.of(silence, now))
                .toList());
    }

    SilenceView silence(String id) {
        return muting.silences()
                .of(id)
                .map(silence -> SilenceView.of(silence, now()))
                .orElseThrow(() -> unknownSilence(id));
    }

    SilenceView add(String body) {
        return add(SilenceRequest.read(body, wanted, now()));
    }

    SilenceView add(SilenceRequest request) {
        Instant now = now();
        Silence silence = muting.silences()
                .add(request.match(), request.author(), request.comment(), request.startsAt(), request.endsAt(), now);
        return SilenceView.of(silence, now);
    }

    Wanted wanted() {
        return wanted;
    }

    /** One that is over stays over. */
    SilenceView end(String id, String who) {
        if (muting.silences().of(id).isEmpty()) {
            throw unknownSilence(id);
        }
        muting.silences().end(id, who, now());
        return silence(id);
    }

    Page<IncidentView> incidents(int limit) {
        return Page.whole(muting.incidents().open(limit).stream()
                .map(incident -> IncidentView.of(incident, List.of()))
                .toList());
    }

    IncidentView incident(String id) {
        Incident incident = muting.incidents().of(id).orElseThrow(() -> unknownIncident(id));
        return IncidentView.of(incident, muting.hearings().of(id));
    }

    IncidentView acknowledge(String id, String body) {
        JsonBody given =
                JsonBody.read(body, "{\"author\": \"ann\", \"comment\": \"I ask them to remove it\"}", ACKNOWLEDGE);
        return acknowledge(id, given.needed("author"), given.text("comment").orElse(""));
    }

    IncidentView acknowledge(String id, String author, String comment) {
        if (!muting.incidents().acknowledge(id, author, comment, now())) {
            throw unknownIncident(id);
        }
        return incident(id);
    }

    IncidentView withdraw(String id, String who) {
        incident(id);
        muting.incidents().withdraw(id, who, now());
        return incident(id);
    }

    Page<Audit.Entry> audit(int limit) {
        return Page.whole(muting.audit().newest(limit));
    }

    private static ProblemException unknownSilence(String id) {
        return new ProblemException(Kind.UNKNOWN_SILENCE, "there is no silence " + Wanted.shown(id));
    }

    private static ProblemException unknownIncident(String id) {
        return new ProblemException(
                Kind.UNKNOWN_INCIDENT, "nothing is wrong under " + Wanted.shown(id) + ", or not any more");
    }
}
