package offlist.track;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import offlist.catalogue.KnownResolvers;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;
import offlist.probe.Symptom.Sign;

/** What is wrong with a resolver and what to do, in sentences for the operator. */
final class ResolverWords {
    private static final int NAMED = 5;

    private ResolverWords() {}

    static String of(
            ResolverId resolver, ResolverState state, List<ResolverJudge.Seen> showing, Collection<ListId> lists) {
        return switch (state) {
            case UNREACHABLE -> resolver + " " + silence(showing) + blind(lists);
            case REWRITES_NXDOMAIN ->
                resolver + " answers " + answers(showing) + " for names that do not exist, so every address would look"
                        + " listed: turn the rewriting of NXDOMAIN off there, or use a resolver of your own"
                        + blind(lists);
            case STRIPS_LOOPBACK ->
                resolver
                        + " takes addresses in 127.0.0.0/8 out of answers, so no listing can be seen: let 127.0.0.0/8 through"
                        + " (unbound: private-address; dnsmasq, routers: protection against DNS rebinding), or use another"
                        + " resolver" + blind(lists);
            case PUBLIC ->
                names(lists) + (lists.size() == 1 ? " refuses" : " refuse") + " " + resolver
                        + ": it is a public or forwarding resolver" + known(resolver)
                        + "; use one of your own that asks the lists itself, or a key for "
                        + (lists.size() == 1 ? "the list" : "each of the lists");
            case FILTERS ->
                resolver + known(resolver) + " gives other answers than another resolver for " + names(lists)
                        + (lists.size() == 1
                                ? ": it filters, or the list does not take its questions; the other resolver is used for"
                                        + " it"
                                : ": it filters, or the lists do not take its questions; the other resolver is used for"
                                        + " them")
                        + ". Turn its filters off, or name one that has none";
            case HEALTHY, UNVERIFIED -> "";
        };
    }

    private static String silence(List<ResolverJudge.Seen> showing) {
        Set<String> words = showing.stream()
                .map(seen -> seen.symptom().words())
                .limit(1_000)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        boolean denied = showing.stream().allMatch(seen -> seen.symptom().sign() == Sign.DENIED);
        if (denied) {
            return "refuses our questions (" + String.join(", ", words) + "): let this host ask there";
        }
        if (words.contains("port closed")) {
            return "is not there (port closed): nothing listens at this address, start it or correct the address";
        }
        return words.contains("timeout")
                ? "does not answer (" + String.join(", ", words) + "): check that it runs and that nothing on the way"
                        + " keeps packets back"
                : "answers, but reaches no list (" + String.join(", ", words)
                        + "): check that it reaches the internet and,"
                        + " if it forwards, the resolvers it forwards to";
    }

    private static String answers(List<ResolverJudge.Seen> showing) {
        return showing.stream()
                .map(seen -> seen.symptom().words())
                .distinct()
                .sorted()
                .limit(2)
                .collect(Collectors.joining(" or "));
    }

    private static String blind(Collection<ListId> lists) {
        return lists.size() == 1
                ? "; " + names(lists) + " cannot be judged through it"
                : "; " + lists.size() + " lists cannot be judged through it: " + names(lists);
    }

    private static String names(Collection<ListId> lists) {
        String some = lists.stream().limit(NAMED).map(ListId::value).collect(Collectors.joining(", "));
        int more = lists.size() - NAMED;
        return more > 0 ? some + " and " + more + " more" : some;
    }

    private static String known(ResolverId resolver) {
        return KnownResolvers.operator(resolver.address())
                .map(operator -> " (" + operator + ")")
                .orElse("");
    }
}
