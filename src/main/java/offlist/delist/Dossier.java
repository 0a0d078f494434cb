package offlist.delist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.ready.Finding;
import offlist.ready.Result;
import offlist.track.ListedCode;

/**
 * What is known of a task beside its plan.
 *
 * @param text what the list says of the target; from outside, to be escaped
 * @param cause what was wrong, as a person says; empty until then
 * @param fix what was done about it, likewise
 * @param findings of the last look, none before the first
 * @param requests all that were ever made, the oldest first, those of earlier listings included
 * @param times how often the target was listed
 */
public record Dossier(
        String text,
        List<ListedCode> codes,
        String cause,
        String fix,
        Optional<Instant> lookedAt,
        List<Finding> findings,
        List<Waiver> waivers,
        List<Request> requests,
        int times) {
    /** More requests than this tell nothing new. */
    private static final int MOST_REQUESTS = 100;

    public Dossier {
        codes = List.copyOf(codes);
        findings = List.copyOf(findings);
        waivers = List.copyOf(waivers);
        requests = List.copyOf(requests.subList(Math.max(0, requests.size() - MOST_REQUESTS), requests.size()));
    }

    static Dossier of(String text, List<ListedCode> codes) {
        return new Dossier(text, codes, "", "", Optional.empty(), List.of(), List.of(), List.of(), 1);
    }

    Dossier listed(String newText, List<ListedCode> newCodes) {
        return new Dossier(newText, newCodes, cause, fix, lookedAt, findings, waivers, requests, times);
    }

    /** The target is listed once more: what was said about the last time is no answer to this one. */
    Dossier again(String newText, List<ListedCode> newCodes) {
        return new Dossier(newText, newCodes, "", "", Optional.empty(), List.of(), List.of(), requests, times + 1);
    }

    Dossier looked(List<Finding> found, Instant at) {
        return new Dossier(text, codes, cause, fix, Optional.of(at), found, waivers, requests, times);
    }

    Dossier explained(String newCause, String newFix) {
        return new Dossier(text, codes, newCause, newFix, lookedAt, findings, waivers, requests, times);
    }

    Dossier waived(Waiver waiver) {
        List<Waiver> more = Stream.concat(waivers.stream().filter(known -> !known.sameAs(waiver)), Stream.of(waiver))
                .toList();
        return new Dossier(text, codes, cause, fix, lookedAt, findings, more, requests, times);
    }

    Dossier requested(Request request) {
        List<Request> more =
                Stream.concat(requests.stream(), Stream.of(request)).toList();
        return new Dossier(text, codes, cause, fix, lookedAt, findings, waivers, more, times);
    }

    /** Without a request that was never made. */
    Dossier unrequested(String reference) {
        List<Request> others = requests.stream()
                .filter(request -> !request.reference().equals(reference))
                .toList();
        return new Dossier(text, codes, cause, fix, lookedAt, findings, waivers, others, times);
    }

    /** The last request with what the list calls it. */
    Dossier acknowledged(String reference) {
        if (requests.isEmpty() || reference.isBlank()) {
            return this;
        }
        Request last = requests.getLast();
        Request named = new Request(last.at(), last.by(), last.how(), reference, last.note());
        List<Request> all = Stream.concat(requests.stream().limit(requests.size() - 1L), Stream.of(named))
                .toList();
        return new Dossier(text, codes, cause, fix, lookedAt, findings, waivers, all, times);
    }

    /** Whether something could not be told, or nobody has looked. */
    boolean unclear() {
        return lookedAt.isEmpty() || !unanswered().isEmpty();
    }

    /** What could not be told and is not waived. */
    public List<Finding> unanswered() {
        return findings.stream()
                .filter(finding -> finding.result() == Result.UNKNOWN && !waived(finding))
                .toList();
    }

    /** What stands in the way and is not waived. */
    public List<Finding> standing() {
        return findings.stream()
                .filter(finding -> finding.result() == Result.BAD && !waived(finding))
                .toList();
    }

    public boolean waived(Finding finding) {
        return waiver(finding).isPresent();
    }

    /** Who says that a finding does not matter, and why. */
    public Optional<Waiver> waiver(Finding finding) {
        return waivers.stream().filter(waiver -> waiver.covers(finding)).findFirst();
    }

    /** Whether the list was asked since a moment. */
    boolean askedSince(Instant moment) {
        return requests.stream().anyMatch(request -> !request.at().isBefore(moment));
    }

    public Optional<Request> lastRequest() {
        return requests.isEmpty() ? Optional.empty() : Optional.of(requests.getLast());
    }
}
