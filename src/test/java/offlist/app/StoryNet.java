package offlist.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.dns.Answer;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import offlist.probe.QueryName;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * The DNS of a story: lists and resolvers that answer as they were told last. A word about a list through one resolver
 * comes before a word about the resolver, that before a word about all of the list, that before one about a target. A
 * resolver that {@code rewrites} or {@code strips} hears all of that and passes on something else.
 */
final class StoryNet {
    private static final Duration TTL = Duration.ofMinutes(5);
    private static final String ALL = "*";
    private static final Set<String> ANSWERS =
            Set.of("nxdomain", "empty", "refused", "servfail", "timeout", "lame", "truncated", "well", "lost");
    private static final Set<String> LIES = Set.of("rewrites", "strips");

    private final Collection<DnsList> lists;
    private final Map<String, List<String>> rules = new HashMap<>();
    private final Map<String, List<String>> lies = new HashMap<>();
    private final Map<String, Integer> lost = new HashMap<>();
    private final Map<String, Duration> slow = new HashMap<>();
    private final BiConsumer<Duration, Runnable> later;

    /** @param later runs something after a time */
    StoryNet(Collection<DnsList> lists, BiConsumer<Duration, Runnable> later) {
        this.lists = lists;
        this.later = later;
    }

    /** From now on {@code who} answers so for {@code what}: a target, {@code *}, or {@code through RESOLVER}. */
    void answers(String who, String what, List<String> words) {
        if (LIES.contains(words.getFirst()) && what.equals(ALL)) {
            lies.put(who, List.copyOf(words));
            return;
        }
        if (!ANSWERS.contains(words.getFirst()) && !words.getFirst().matches("[0-9.]+")) {
            throw new IllegalArgumentException("no answer: " + words);
        }
        String rule = who + " " + what;
        if (words.getFirst().equals("well")) {
            rules.remove(rule);
            lies.remove(who);
        } else if (words.getFirst().equals("lost")) {
            lost.put(rule, Integer.parseInt(words.get(1)));
        } else {
            rules.put(rule, List.copyOf(words));
        }
    }

    void slow(String list, Duration by) {
        slow.put(list, by);
    }

    Resolver resolver(ResolverId id, String name) {
        return new Resolver() {
            @Override
            public ResolverId id() {
                return id;
            }

            @Override
            public CompletableFuture<Answer> ask(Question question, Duration timeout) {
                return answered(question, name, timeout);
            }
        };
    }

    private CompletableFuture<Answer> answered(Question question, String resolver, Duration timeout) {
        Optional<DnsList> list = lists.stream()
                .filter(each -> question.name()
                        .subdomain(Name.fromConstantString(each.zone().name() + ".")))
                .findFirst();
        List<String> words = words(question, list, resolver);
        Answer answer = passedOn(question, answer(question, words), lies.getOrDefault(resolver, List.of("")));
        int late = words.indexOf("late");
        Duration wait = late >= 0 && question.type() == Type.TXT
                ? Times.of(words.get(late + 1))
                : list.map(l -> slow.get(l.id().value())).orElse(Duration.ZERO);
        boolean never = wait.compareTo(timeout) > 0 || answer.equals(new Answer.Failed(Answer.Cause.TIMEOUT));
        CompletableFuture<Answer> future = new CompletableFuture<>();
        later.accept(
                never ? timeout : wait,
                () -> future.complete(never ? new Answer.Failed(Answer.Cause.TIMEOUT) : answer));
        return future;
    }

    /** {@code rewrites ADDRESS} for what does not exist, {@code strips} for what is in 127.0.0.0/8. */
    private static Answer passedOn(Question question, Answer truth, List<String> lie) {
        return switch (lie.getFirst()) {
            case "rewrites" ->
                truth instanceof Answer.NoSuchName ? records(question, lie.subList(1, lie.size())) : truth;
            case "strips" ->
                truth instanceof Answer.Records && question.type() == Type.A ? new Answer.NoData(TTL) : truth;
            default -> truth;
        };
    }

    private List<String> words(Question question, Optional<DnsList> list, String resolver) {
        List<String> candidates = new ArrayList<>();
        list.ifPresent(each -> candidates.add(each.id() + " through " + resolver));
        candidates.add(resolver + " " + ALL);
        list.ifPresent(each -> candidates.add(each.id() + " " + ALL));
        list.flatMap(each -> subject(each, question.name()))
                .ifPresent(what -> candidates.add(list.get().id() + " " + what));
        for (String rule : candidates) {
            if (lost.merge(rule, -1, Integer::sum) >= 0) {
                return List.of("timeout");
            }
        }
        return candidates.stream()
                .filter(rules::containsKey)
                .findFirst()
                .map(rules::get)
                .orElseGet(() -> usual(list, question.name()));
    }

    /** What a name is about: a target that was spoken of, or {@code points}. */
    private Optional<String> subject(DnsList list, Name name) {
        return positive(list).anyMatch(name::equals)
                ? Optional.of("points")
                : Stream.concat(rules.keySet().stream(), lost.keySet().stream())
                        .filter(rule -> rule.startsWith(list.id() + " "))
                        .map(rule -> rule.substring(rule.indexOf(' ') + 1))
                        .filter(what -> !what.contains(" ") && !what.equals(ALL) && !what.equals("points"))
                        .filter(what -> QueryName.of(list.zone(), Target.parse(what))
                                .orElseThrow()
                                .name()
                                .equals(name))
                        .findFirst();
    }

    private static List<String> usual(Optional<DnsList> list, Name name) {
        boolean point = list.stream().flatMap(StoryNet::positive).anyMatch(name::equals);
        return List.of(point ? "127.0.0.2" : "nxdomain");
    }

    private static Stream<Name> positive(DnsList list) {
        return Stream.of(Kind.values())
                .flatMap(kind -> list.test().positive(kind).stream()
                        .map(point -> kind == Kind.IPV6 ? mapped(point) : Target.parse(point))
                        .map(target ->
                                QueryName.of(list.zone(), target).orElseThrow().name()));
    }

    /** RFC 5782 section 5: mapped addresses, asked as nibbles. */
    private static Target mapped(String point) {
        Target target = Target.parse(point);
        return target instanceof IpAddress address && !address.v6()
                ? IpAddress.v6(0, 0xFFFF_0000_0000L | address.low())
                : target;
    }

    private static Answer answer(Question question, List<String> words) {
        return switch (words.getFirst()) {
            case "nxdomain" -> new Answer.NoSuchName(TTL);
            case "empty" -> new Answer.NoData(TTL);
            case "refused", "servfail", "timeout", "lame", "truncated" ->
                new Answer.Failed(Answer.Cause.valueOf(words.getFirst().toUpperCase(java.util.Locale.ROOT)));
            default -> records(question, words);
        };
    }

    private static Answer records(Question question, List<String> words) {
        List<Record> records = words.stream()
                .filter(word -> question.type() == Type.TXT ? word.startsWith("\"") : word.matches("[0-9.]+"))
                .map(word -> record(question, word))
                .toList();
        return records.isEmpty() ? new Answer.NoData(TTL) : new Answer.Records(records, TTL, false);
    }

    private static Record record(Question question, String word) {
        try {
            return question.type() == Type.TXT
                    ? new TXTRecord(question.name(), DClass.IN, 300, word.substring(1, word.length() - 1))
                    : new ARecord(question.name(), DClass.IN, 300, InetAddress.getByName(word));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no answer: " + word, e);
        }
    }

    /** {@code 800ms}, {@code 3s}, {@code 10m}, {@code -1h}. */
    static final class Times {
        private Times() {}

        static Duration of(String text) {
            boolean back = text.startsWith("-");
            String plain = text.replaceFirst("^[+-]", "");
            Duration time = plain.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(plain.substring(0, plain.length() - 2)))
                    : Duration.parse("PT" + plain.toUpperCase(java.util.Locale.ROOT));
            return back ? time.negated() : time;
        }
    }
}
