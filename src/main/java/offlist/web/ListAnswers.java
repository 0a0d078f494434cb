package offlist.web;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.LinkTemplate;
import offlist.catalogue.ListId;
import offlist.catalogue.NotAsked;
import offlist.catalogue.RemovalMethod;
import offlist.catalogue.RemovalProcedure;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Selection;
import offlist.catalogue.UsagePolicy;
import offlist.track.ListStatus;
import offlist.track.Listing;
import offlist.track.Status;
import org.jspecify.annotations.Nullable;

/** The lists: those that are asked first, then those that are not and why. */
final class ListAnswers {
    private static final double MILLIS = 1000.0;

    private final Sources sources;

    ListAnswers(Sources sources) {
        this.sources = sources;
    }

    Page<ListView> lists(Optional<Boolean> asked) {
        Selection selection = sources.setup().selection();
        Status now = sources.board().now();
        Map<ListId, ListStatus> status = now.lists().stream()
                .collect(Collectors.toMap(ListStatus::list, Function.identity(), (first, second) -> first));
        List<ListView> views = new ArrayList<>();
        if (asked.orElse(true)) {
            selection.asked().forEach(list -> views.add(view(list.list(), Optional.empty(), status, now)));
        }
        if (!asked.orElse(false)) {
            selection.notAsked().forEach(not -> views.add(view(not.list(), Optional.of(not.words()), status, now)));
        }
        return Page.whole(views);
    }

    ListDetailView list(String id) {
        DnsList list = new Wanted(sources.setup()).list(id);
        Status now = sources.board().now();
        List<Listing> open = open(list.id(), now);
        return new ListDetailView(
                view(list, now),
                list.about().severityReason(),
                list.codes().stream().map(ListAnswers::code).toList(),
                limits(list.usage()),
                removal(list.removal()),
                list.about().website().flatMap(WebLink::of).orElse(null),
                list.about().contact().flatMap(WebLink::of).orElse(null),
                list.standing().note(),
                open.stream().map(ListingView::of).toList());
    }

    private ListView view(DnsList list, Status now) {
        Optional<String> notAsked =
                sources.setup().selection().notAsked(list.id()).map(NotAsked::words);
        Map<ListId, ListStatus> status = now.lists().stream()
                .filter(each -> each.list().equals(list.id()))
                .collect(Collectors.toMap(ListStatus::list, Function.identity(), (first, second) -> first));
        return view(list, notAsked, status, now);
    }

    private static ListView view(DnsList list, Optional<String> notAsked, Map<ListId, ListStatus> lists, Status now) {
        Optional<ListStatus> status = Optional.ofNullable(lists.get(list.id()));
        return new ListView(
                list.id().value(),
                list.name(),
                list.operator(),
                list.zone().display(),
                Stream.of(Kind.values())
                        .filter(list.kinds()::contains)
                        .map(Kind::label)
                        .toList(),
                list.profile().label(),
                list.severity().label(),
                notAsked.isEmpty(),
                notAsked.orElse(null),
                status.map(ListAnswers::health).orElse(null),
                status.map(ListAnswers::interval).orElse(null),
                status.map(ListStatus::daily).map(ListAnswers::questions).orElse(null),
                status.map(ListStatus::unknownPairs).orElse(null),
                status.flatMap(ListStatus::oldestAnswer)
                        .map(ListAnswers::seconds)
                        .orElse(null),
                status.map(ListStatus::checks).orElse(null),
                open(list.id(), now).size());
    }

    private static ListView.Health health(ListStatus status) {
        return new ListView.Health(
                status.health().state().label(),
                status.health().cause(),
                status.since().truncatedTo(ChronoUnit.MILLIS));
    }

    private static ListView.Interval interval(ListStatus status) {
        return new ListView.Interval(
                seconds(status.wanted()),
                seconds(status.planned()),
                status.achieved().map(ListAnswers::seconds).orElse(null),
                status.stretch().isEmpty() ? null : status.stretch());
    }

    private static ListView.Questions questions(ListStatus.Daily daily) {
        return new ListView.Questions(
                daily.wanted(),
                daily.planned(),
                daily.limited() ? daily.limit() : null,
                daily.limited() ? daily.used() : null);
    }

    private static ListDetailView.Code code(ReturnCode code) {
        return new ListDetailView.Code(
                code.label(),
                code.effect().label(),
                code.reason(),
                code.meaning(),
                code.sublist().orElse(null));
    }

    private static ListDetailView.Limits limits(UsagePolicy usage) {
        return new ListDetailView.Limits(
                usage.freeLimitPerDay().orElse(null),
                usage.publicResolvers().label(),
                usage.registration().label(),
                usage.cost().label(),
                usage.ttl().map(ListAnswers::seconds).orElse(null),
                usage.updates(),
                usage.note());
    }

    private static ListDetailView.Removal removal(RemovalProcedure removal) {
        return new ListDetailView.Removal(
                removal.methods().stream().map(RemovalMethod::label).toList(),
                link(removal.lookup()),
                link(removal.removal()),
                removal.email().orElse(null),
                removal.preconditions(),
                removal.autoExpiry(),
                removal.typicalTime(),
                removal.cooldown(),
                removal.warnings());
    }

    private static @Nullable String link(Optional<LinkTemplate> link) {
        return link.map(LinkTemplate::template).orElse(null);
    }

    private static List<Listing> open(ListId list, Status now) {
        return now.open().stream().filter(each -> each.list().equals(list)).toList();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
