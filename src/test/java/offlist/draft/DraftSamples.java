package offlist.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Severity;
import offlist.delist.Actor;
import offlist.delist.Dossier;
import offlist.delist.RemovalPlan;
import offlist.delist.RemovalSettings;
import offlist.delist.RemovalTask;
import offlist.delist.TaskState;
import offlist.delist.TaskStep;
import offlist.pool.Target;
import offlist.ready.Check;
import offlist.ready.Finding;
import offlist.ready.Result;
import offlist.track.ListedCode;

/** Tasks to ask for. */
final class DraftSamples {
    static final String CAUSE = "A customer's form was used to send unasked mail from 20 to 21 November.";
    static final String FIX = "The form was closed on 21 November and asks for a confirmation since.";
    static final RemovalSettings US = new RemovalSettings(Optional.of("Example Ltd"), Optional.of("abuse@example.com"));
    static final Instant LISTED = Instant.parse("2026-11-21T09:30:00Z");
    static final Instant LOOKED = Instant.parse("2026-11-22T08:00:00Z");
    static final List<Finding> FINDINGS = List.of(
            new Finding(Check.PTR, "192.0.2.10", Result.GOOD, "192.0.2.10 has the name mta1.example.com.", ""),
            new Finding(
                    Check.FORWARD_CONFIRMED,
                    "mta1.example.com",
                    Result.GOOD,
                    "mta1.example.com leads back to 192.0.2.10.",
                    ""),
            new Finding(Check.SPF, "example.com", Result.BAD, "SPF of example.com does not cover it.", "add it"),
            new Finding(Check.OPEN_RELAY, "192.0.2.10", Result.UNKNOWN, "no open relay could be told", "look again"));

    private DraftSamples() {}

    static Drafts drafts(Catalogue catalogue) {
        return drafts(catalogue, US);
    }

    static Drafts drafts(Catalogue catalogue, RemovalSettings settings) {
        return new Drafts(() -> catalogue, () -> settings);
    }

    static RemovalTask explained(DnsList list, ReturnCode code, Target target) {
        return task(list.id(), target, code.reason(), Optional.empty(), dossier("", code(code), CAUSE, FIX, FINDINGS));
    }

    static RemovalTask unexplained(DnsList list, ReturnCode code, Target target) {
        return task(list.id(), target, code.reason(), Optional.empty(), dossier("", code(code), "", "", List.of()));
    }

    static ListedCode code(ReturnCode code) {
        return new ListedCode(code.label(), code.reason(), code.meaning(), code.sublist());
    }

    static Dossier dossier(String text, ListedCode code, String cause, String fix, List<Finding> findings) {
        return new Dossier(
                text,
                List.of(code),
                cause,
                fix,
                findings.isEmpty() ? Optional.empty() : Optional.of(LOOKED),
                findings,
                List.of(),
                List.of(),
                1);
    }

    static RemovalTask task(ListId list, Target target, String reason, Optional<String> covers, Dossier dossier) {
        return new RemovalTask(
                "task-L1",
                "L1",
                target,
                covers,
                list,
                new TreeSet<>(),
                Severity.MAJOR,
                reason,
                new TaskState.Ready(),
                LISTED,
                LISTED,
                new RemovalPlan(
                        List.of(new TaskStep(TaskStep.Kind.WAIT, "Wait", Optional.empty())),
                        List.of(),
                        Actor.OPERATOR,
                        "",
                        "",
                        Optional.empty(),
                        RemovalPlan.Terms.NONE),
                dossier);
    }
}
