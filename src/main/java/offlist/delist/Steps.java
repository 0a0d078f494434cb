package offlist.delist;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.LinkTemplate;
import offlist.catalogue.Reason;
import offlist.catalogue.RemovalMethod;
import offlist.catalogue.RemovalProcedure;
import offlist.delist.TaskStep.Kind;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.yaml.Capital;

/** The steps of a plan: look, end the cause, do what the list wants done, ask, wait. */
final class Steps {
    private final Catalogue catalogue;
    private final Listing listing;
    private final List<Procedure> procedures;
    private final String target;

    Steps(Catalogue catalogue, Listing listing, List<Procedure> procedures) {
        this.catalogue = catalogue;
        this.listing = listing;
        this.procedures = procedures;
        this.target = listing.target().text();
    }

    List<TaskStep> all() {
        List<TaskStep> steps = new ArrayList<>();
        each(this::lookUp).forEach(steps::add);
        whole().forEach(steps::add);
        causes().forEach(steps::add);
        each(this::prepare).forEach(steps::add);
        each(this::ask).forEach(steps::add);
        steps.add(waiting());
        return steps.stream()
                .distinct()
                .sorted(Comparator.comparing(TaskStep::kind))
                .toList();
    }

    private Stream<TaskStep> each(Function<Procedure, Stream<TaskStep>> part) {
        return procedures.stream().flatMap(part);
    }

    private Stream<TaskStep> lookUp(Procedure procedure) {
        return procedure.procedure().lookupUrl(target).stream()
                .map(link -> step(Kind.LOOK_UP, "See what " + procedure.name() + " has on " + target, link));
    }

    /** An entry of a network does not go because one address in it is clean. */
    private Stream<TaskStep> whole() {
        return listing.covers().stream()
                .map(range -> new TaskStep(
                        Kind.LOOK_UP,
                        "Find who holds " + words(range) + ": the entry means all of it and not " + target
                                + " alone, so the cause has to end in all of it",
                        Optional.empty()));
    }

    private static String words(String range) {
        return switch (range) {
            case "asn" -> "the network (AS) of the address";
            case "country" -> "the networks of the country";
            default -> range;
        };
    }

    private Stream<TaskStep> causes() {
        return listing.codes().stream()
                .map(ListedCode::reason)
                .distinct()
                .flatMap(reason -> catalogue.reason(reason).stream())
                .filter(reason -> !reason.senderAction().equals("none"))
                .map(Steps::cause);
    }

    private static TaskStep cause(Reason reason) {
        return new TaskStep(
                Kind.FIX_CAUSE, "Fix the cause (" + reason.means() + "): " + reason.senderAction(), Optional.empty());
    }

    private Stream<TaskStep> prepare(Procedure procedure) {
        return procedure.procedure().preconditions().stream()
                .map(text -> new TaskStep(Kind.PREPARE, Capital.of(text), Optional.empty()));
    }

    private Stream<TaskStep> ask(Procedure procedure) {
        return procedure.procedure().methods().stream().flatMap(method -> ask(method, procedure).stream());
    }

    private Optional<TaskStep> ask(RemovalMethod method, Procedure of) {
        RemovalProcedure how = of.procedure();
        Optional<URI> page = how.removalUrl(target);
        String name = of.name();
        return switch (method) {
            case SELF_SERVICE -> asking("Ask " + name + " to remove " + target, page);
            case ACCOUNT -> asking("Sign in at " + name + " and ask there for the removal of " + target, page);
            case EMAIL -> writing(name, how, page);
            case TICKET -> asking("Open a ticket with " + name + " and say what was wrong and what was done", page);
            case ISP_REQUEST ->
                asking("Have the owner of the network ask " + name + " for the removal of " + target, page);
            case AUTO_EXPIRY -> Optional.of(new TaskStep(Kind.WAIT, expiry(name, how), Optional.empty()));
            case NONE ->
                Optional.of(new TaskStep(
                        Kind.WAIT,
                        name + " takes no requests: the entry goes when its cause has gone",
                        Optional.empty()));
            case UNKNOWN ->
                asking(
                        "No way to come off " + name + " is published: ask its operator",
                        page.or(() -> of.website().flatMap(LinkTemplate::parse).flatMap(link -> link.fill(target))));
            case PAID_EXPRESS, SEE_SUBLIST -> Optional.empty();
        };
    }

    private static Optional<TaskStep> asking(String text, Optional<URI> link) {
        return Optional.of(new TaskStep(Kind.ASK, text, link));
    }

    private Optional<TaskStep> writing(String name, RemovalProcedure how, Optional<URI> page) {
        String whom = how.email().orElse(name + ", at the address its page names,");
        return asking(
                "Write to " + whom + " and say what was wrong and what was done",
                mail(how).or(() -> page));
    }

    private Optional<URI> mail(RemovalProcedure how) {
        return how.email()
                .filter(address -> address.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"))
                .map(address ->
                        URI.create("mailto:" + address + "?subject=Removal%20of%20" + target.replace(":", "%3A")));
    }

    private static String expiry(String name, RemovalProcedure how) {
        return how.autoExpiry().isBlank()
                ? name + " lets go by itself when nothing more is seen"
                : name + " lets go by itself: " + how.autoExpiry();
    }

    private TaskStep waiting() {
        boolean asked = catalogue.list(listing.list()).isPresent();
        return new TaskStep(
                Kind.WAIT,
                asked
                        ? "Wait for the list; it is asked all the time, and this task closes itself when the listing has gone"
                        : "Wait for the receiver; nobody can ask it, so this task closes itself when a message from "
                                + target + " is taken again, or when nobody was refused for a while",
                Optional.empty());
    }

    private static TaskStep step(Kind kind, String text, URI link) {
        return new TaskStep(kind, text, Optional.of(link));
    }
}
