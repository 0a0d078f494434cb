package offlist.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offlist.alert.AlertSettings;
import offlist.alert.InhibitRule;
import offlist.alert.MailSettings;
import offlist.alert.Match;
import offlist.alert.ReceiverSettings;
import offlist.alert.RouteSettings;
import offlist.yaml.YamlMap;

/** Reads who is told: {@code receivers}, {@code route}, {@code time-intervals} and {@code mail}. */
final class AlertReader {
    private AlertReader() {}

    static AlertSettings read(YamlMap root, MatchValues values) {
        List<ReceiverSettings> receivers = ReceiversReader.read(root.maps("receivers"));
        List<String> names = ReceiversReader.names(root.maps("receivers"));
        Optional<MailSettings> mail = root.map("mail").map(MailReader::read);
        if (!root.has("mail")) {
            complainAboutMail(root.maps("receivers"));
        }
        Optional<YamlMap> tree = root.map("route");
        TimeIntervalsReader times = TimeIntervalsReader.read(root.maps("time-intervals"));
        RouteReader routes = new RouteReader(names, values, times.names());
        Optional<RouteSettings> route = tree.map(routes::root);
        if (!root.has("route")) {
            warnAboutTheDeaf(root, names);
        } else {
            tree.ifPresent(section -> warnAboutTheUnreached(section, names, routes.used()));
        }
        times.warnAboutUnused(routes.usedTimes());
        return new AlertSettings(
                receivers,
                route,
                mail,
                externalUrl(root),
                inhibitRules(root, values),
                DigestReader.read(root.maps("digests"), names),
                times.intervals());
    }

    private static List<InhibitRule> inhibitRules(YamlMap root, MatchValues values) {
        return root.maps("inhibit-rules").stream()
                .map(rule -> inhibitRule(rule, values))
                .toList();
    }

    private static InhibitRule inhibitRule(YamlMap rule, MatchValues values) {
        rule.needs("source-match");
        rule.needs("target-match");
        InhibitRule read = new InhibitRule(
                new Match(RouteReader.match(rule.section("source-match"), values)),
                new Match(RouteReader.match(rule.section("target-match"), values)),
                RouteReader.labels(rule, "equal"));
        rule.done();
        return read;
    }

    private static Optional<URI> externalUrl(YamlMap root) {
        Optional<String> url = root.optionalText("external-url");
        if (url.filter(text -> !WebAddress.isOne(text)).isPresent()) {
            root.problem("external-url", "a web address is wanted, https://…");
            return Optional.empty();
        }
        return url.map(URI::create);
    }

    private static void complainAboutMail(List<YamlMap> receivers) {
        receivers.stream()
                .filter(entry -> entry.has("email"))
                .findFirst()
                .ifPresent(entry -> entry.problem("email", "e-mail needs the section `mail` with a relay"));
    }

    private static void warnAboutTheDeaf(YamlMap root, List<String> names) {
        if (names.size() > 1) {
            root.problems()
                    .warn(
                            root,
                            "there is no `route`, so `" + names.getFirst() + "` hears everything and"
                                    + " no other receiver anything");
        }
    }

    private static void warnAboutTheUnreached(YamlMap route, List<String> names, Set<String> used) {
        names.stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> route.problems().warn(route, "no route leads to the receiver `" + name + "`"));
    }
}
