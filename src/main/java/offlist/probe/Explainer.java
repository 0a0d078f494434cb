package offlist.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import offlist.catalogue.Kind;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Style;
import offlist.dns.Answer;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import offlist.pool.Target;
import org.xbill.DNS.Type;

/** Makes one check and keeps every step of it. */
public final class Explainer {
    private final Function<ResolverId, Resolver> resolvers;
    private final HealthProbe health;

    public Explainer(Function<ResolverId, Resolver> resolvers) {
        this.resolvers = resolvers;
        this.health = new HealthProbe(resolvers);
    }

    /** Asks the question, then the text, then the test points; never completes exceptionally. */
    public CompletableFuture<Explanation> explain(AskedList list, Target target, ResolverId id) {
        return QueryName.of(list.zone(), target)
                .map(name -> explain(list, target, id, name))
                .orElseGet(() -> CompletableFuture.completedFuture(tooLong(list, target, id)));
    }

    private static Explanation tooLong(AskedList list, Target target, ResolverId id) {
        return notAsked(list, target, id, "the query name would be longer than DNS allows");
    }

    /** The most questions that explaining asks of a list. */
    public static int mostQuestions(AskedList list, Kind kind) {
        return 2 + HealthProbe.mostQuestions(list, kind);
    }

    /** What is to say when nothing can be asked. */
    public static Explanation notAsked(AskedList list, Target target, ResolverId id, String why) {
        Explanation.Step step = new Explanation.Step("question", "none: " + why);
        return new Explanation(
                new Pair(target, list.id()),
                id,
                List.of(step),
                new Verdict.Failed(Verdict.Cause.MALFORMED),
                new Health(Health.State.UNVERIFIED, "not asked"));
    }

    private CompletableFuture<Explanation> explain(AskedList list, Target target, ResolverId id, QueryName name) {
        Resolver resolver = resolvers.apply(id);
        Kind kind = Kinds.of(target);
        int type = VerdictReader.type(list.list());
        Trace trace = new Trace(list, new Pair(target, list.id()), id, kind);
        trace.add("question", name + " " + Type.string(type));
        return resolver.ask(new Question(name.name(), type), list.timeout())
                .thenCompose(answer -> text(list, resolver, name, answer)
                        .thenCombine(
                                health.examine(list, kind, id), (text, points) -> trace.end(answer, text, points)));
    }

    private static CompletableFuture<String> text(AskedList list, Resolver resolver, QueryName name, Answer answer) {
        return answer instanceof Answer.Records
                ? resolver.ask(new Question(name.name(), Type.TXT), list.timeout())
                        .thenApply(text -> ListText.of(text, list.zone()))
                : CompletableFuture.completedFuture("");
    }

    private static final class Trace {
        private final AskedList list;
        private final Pair pair;
        private final ResolverId resolver;
        private final Kind kind;
        private final List<Explanation.Step> steps = new ArrayList<>();

        Trace(AskedList list, Pair pair, ResolverId resolver, Kind kind) {
            this.list = list;
            this.pair = pair;
            this.resolver = resolver;
            this.kind = kind;
        }

        void add(String what, String says) {
            steps.add(new Explanation.Step(what, says));
        }

        Explanation end(Answer answer, String text, List<PointResult> points) {
            add("resolver", resolver(answer, points));
            add("answer", AnswerWords.of(answer) + lifetime(answer));
            rules(answer);
            if (!text.isEmpty()) {
                add("text", text);
            }
            points.forEach(point -> add("test point", words(point)));
            Health judged = HealthWords.judge(list, kind, resolver, points);
            add(
                    "health",
                    judged.cause().isEmpty()
                            ? judged.state().label()
                            : judged.state().label() + ": " + judged.cause());
            Verdict verdict = verdict(answer, text, points);
            add("verdict", VerdictWords.of(verdict));
            return new Explanation(pair, resolver, steps, verdict, judged);
        }

        /** The positive point was asked after the answer, so it may vouch for an empty one. */
        private Verdict verdict(Answer answer, String text, List<PointResult> points) {
            boolean works = points.stream().anyMatch(p -> p.positive() && p.reading() == PointReading.ANSWERS);
            if (answer instanceof Answer.NoData empty && works) {
                return new Verdict.NotListed(empty.ttl());
            }
            return VerdictReader.read(list.list(), answer) instanceof Verdict.Listed listed
                    ? listed.withText(text)
                    : VerdictReader.read(list.list(), answer);
        }

        private static String lifetime(Answer answer) {
            return switch (answer) {
                case Answer.Records records -> good(records.ttl()) + (records.aliased() ? ", through an alias" : "");
                case Answer.NoSuchName none -> good(none.ttl());
                case Answer.NoData none -> good(none.ttl());
                case Answer.Failed failed -> "";
            };
        }

        private static String good(Duration ttl) {
            return ", good for " + ttl.toSeconds() + " s";
        }

        private String resolver(Answer answer, List<PointResult> points) {
            boolean silent = silent(answer) && points.stream().allMatch(point -> silent(point.answer()));
            return resolver + ", time-out " + list.timeout().toMillis() + " ms"
                    + (silent ? ": answered nothing, neither this question nor a test point" : ", answers");
        }

        private static boolean silent(Answer answer) {
            return answer instanceof Answer.Failed failed
                    && (failed.cause() == Answer.Cause.TIMEOUT || failed.cause() == Answer.Cause.NETWORK);
        }

        /** Each code with the row of the list's table that reads it. */
        private void rules(Answer answer) {
            List<ReturnCode> table = list.list().codes();
            List<Verdict.Hit> hits = VerdictReader.rules(list.list(), answer);
            hits.forEach(hit -> add("rule", words(hit, table.indexOf(hit.code()) + 1, table.size())));
            if (hits.isEmpty()
                    && answer instanceof Answer.Records
                    && list.list().style() != Style.TXT) {
                add("rule", "none of the " + table.size() + " rows of `" + list.id() + "` reads this answer");
            }
        }

        private String words(Verdict.Hit hit, int row, int rows) {
            ReturnCode code = hit.code();
            String where =
                    row == 0 ? "the rule for every list" : "row " + row + " of " + rows + " of `" + list.id() + "`";
            String part = code.sublist()
                    .map(sublist -> ", component `" + sublist + "`")
                    .orElse("");
            return hit.answer() + " matches " + code.label() + " (" + where + "): "
                    + code.effect().label() + part + ", " + code.reason() + ": " + code.meaning();
        }

        private static String words(PointResult point) {
            return point.point()
                    + (point.positive() ? " must be listed: " : " must not be listed: ")
                    + AnswerWords.of(point.answer());
        }
    }
}
