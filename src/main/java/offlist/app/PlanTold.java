package offlist.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.catalogue.ListId;
import offlist.schedule.Plan;
import offlist.schedule.Plan.Load;
import offlist.schedule.Terms.Quota;
import offlist.yaml.Durations;

/** Says once which lists are asked less often than wanted, and again when that has become otherwise. */
final class PlanTold {
    private static final int MOST_NAMED = 10;
    /** What grew or shrank by less is the same plan to people. */
    private static final double MUCH = 1.25;

    private Map<ListId, Duration> told = Map.of();

    /** The sentence, when it is worth one. */
    Optional<String> news(Map<ListId, Plan> plans, Duration general) {
        Map<ListId, Plan> stretched = new LinkedHashMap<>();
        plans.forEach((id, plan) -> {
            if (plan.stretched()) {
                stretched.put(id, plan);
            }
        });
        Map<ListId, Duration> now = new LinkedHashMap<>();
        stretched.forEach((id, plan) -> now.put(id, plan.planned()));
        if (same(now)) {
            return Optional.empty();
        }
        boolean over = now.isEmpty();
        told = now;
        return Optional.of(over ? "all lists are asked as often as wanted" : words(stretched, general));
    }

    private boolean same(Map<ListId, Duration> now) {
        return told.keySet().equals(now.keySet())
                && now.entrySet().stream().allMatch(each -> near(each.getValue(), told.get(each.getKey())));
    }

    private static boolean near(Duration now, @org.jspecify.annotations.Nullable Duration before) {
        double ratio = before == null ? 0 : (double) now.toMillis() / Math.max(1, before.toMillis());
        return ratio < MUCH && ratio > 1 / MUCH;
    }

    private static String words(Map<ListId, Plan> stretched, Duration general) {
        int lists = stretched.size();
        String names = stretched.entrySet().stream()
                .limit(MOST_NAMED)
                .map(each -> each.getKey() + " every "
                        + Durations.print(rounded(each.getValue().planned())))
                .collect(Collectors.joining(", "));
        return (lists == 1 ? "1 list is" : lists + " lists are") + " asked less often than wanted (every "
                + Durations.print(general) + " or what the list proposes): " + names
                + (lists > MOST_NAMED ? " and " + (lists - MOST_NAMED) + " more" : "") + sum(stretched)
                + "; `offlist lists` says why";
    }

    /** Lists that share a limit have it once. */
    private static String sum(Map<ListId, Plan> stretched) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        long wanted = 0;
        for (Plan plan : stretched.values()) {
            Optional<Quota> quota = plan.terms().quota();
            quota.ifPresent(q -> limits.put(q.name(), q.perDay()));
            wanted += quota.map(q -> plan.load()).map(Load::wanted).orElse(0L);
        }
        long free = limits.values().stream().mapToLong(Integer::longValue).sum();
        return limits.isEmpty()
                ? ""
                : "; those with a limit would need " + count(wanted) + " questions a day, and " + count(free)
                        + " are left";
    }

    private static Duration rounded(Duration planned) {
        return planned.compareTo(Duration.ofMinutes(1)) < 0
                ? planned
                : Duration.ofSeconds((planned.toSeconds() + 59) / 60 * 60);
    }

    private static String count(long questions) {
        return questions < 1_000_000
                ? String.format(Locale.ROOT, "%,d", questions)
                : String.format(Locale.ROOT, "%.1f million", questions / 1e6);
    }
}
