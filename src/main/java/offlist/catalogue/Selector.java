package offlist.catalogue;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import offlist.catalogue.NotAsked.Why;
import offlist.yaml.Secret;
import offlist.yaml.YamlText;

/** Decides list by list. First what is wanted and may be asked, then which of these would be asked twice. */
final class Selector {

    private final Catalogue catalogue;
    private final ListChoice choice;
    private final ChoiceNames names;

    private final Set<ListId> wanted = new TreeSet<>();
    private final Map<ListId, YamlText> named = new HashMap<>();
    private final Set<ListId> skipped = new TreeSet<>();
    private final Set<ListId> registered = new TreeSet<>();
    private final Map<ListId, Secret> keys = new TreeMap<>();
    private final Map<ListId, ListSettings> settings = new TreeMap<>();
    private final Set<ListId> own = new TreeSet<>();

    Selector(Catalogue catalogue, ListChoice choice, ChoiceNames names) {
        this.catalogue = catalogue;
        this.choice = choice;
        this.names = names;
    }

    Selection select() {
        understand();
        Map<ListId, NotAsked> notAsked = new TreeMap<>();
        for (DnsList list : catalogue.lists()) {
            barrier(list).ifPresent(not -> notAsked.put(list.id(), not));
        }
        Set<ListId> candidates = ids(catalogue.lists());
        candidates.removeAll(notAsked.keySet());
        for (ListId id : List.copyOf(candidates)) {
            DnsList list = catalogue.list(id).orElseThrow();
            askedElsewhere(list, candidates).ifPresent(not -> notAsked.put(id, not));
        }
        candidates.removeAll(notAsked.keySet());
        List<ChosenList> asked = candidates.stream().map(this::asked).toList();
        warnAboutWishes(notAsked);
        return new Selection(asked, List.copyOf(notAsked.values()), catalogue);
    }

    private void understand() {
        choice.custom().forEach(entry -> {
            own.add(entry.list().id());
            wanted.add(entry.list().id());
            settings.put(entry.list().id(), entry.settings());
        });
        choice.use().forEach(this::use);
        choice.skip().forEach(name -> names.skip(name).ifPresent(list -> skipped.add(list.id())));
        choice.registered().forEach(this::register);
        choice.keys().forEach(this::key);
        choice.override().forEach((name, wish) -> names.list(name).ifPresent(list -> override(name, list, wish)));
        wantReplacements();
    }

    private void override(YamlText name, DnsList list, ListSettings wish) {
        if (wish.file().isPresent() && list.kinds().stream().allMatch(kind -> kind == Kind.DOMAIN)) {
            names.problem(name, "`" + list.id() + "` is a list of names, and a `file` lists addresses");
        }
        settings.put(list.id(), wish);
    }

    private void use(YamlText name) {
        List<DnsList> lists = names.use(name);
        lists.forEach(list -> wanted.add(list.id()));
        if (lists.size() == 1 && lists.get(0).id().value().equals(name.value())) {
            named.put(lists.get(0).id(), name);
        }
    }

    private void register(YamlText name) {
        names.list(name).ifPresent(list -> {
            registered.add(list.id());
            named.put(list.id(), name);
            if (!list.usage().registrationRequired()) {
                names.warn(name, "`" + list.id() + "` wants no registration");
            }
        });
    }

    private void key(YamlText name, Secret key) {
        List<DnsList> lists = names.keyed(name);
        if (!Zone.acceptsKey(key)) {
            names.problem(name, "the key cannot be a part of a DNS name");
            return;
        }
        lists.forEach(list -> keys.put(list.id(), key));
    }

    /** Who wants a list and has the key of a better form of it wants that form. */
    private void wantReplacements() {
        for (DnsList better : catalogue.lists()) {
            boolean usable = better.access() != Access.KEY || keys.containsKey(better.id()) || read(better.id());
            if (usable && better.replaces().stream().anyMatch(this::wantedAndNotSkipped)) {
                wanted.add(better.id());
            }
        }
    }

    private boolean wantedAndNotSkipped(ListId id) {
        return wanted.contains(id) && !skipped.contains(id);
    }

    private Optional<NotAsked> barrier(DnsList list) {
        ListId id = list.id();
        if (skipped.contains(id)) {
            return not(list, Why.SKIPPED, "skipped");
        }
        if (!wanted.contains(id)) {
            return not(
                    list,
                    Why.NOT_IN_USE,
                    "not in use, profile " + list.profile().label());
        }
        if (read(id)) {
            return Optional.empty();
        }
        if (list.zone().needsKey() && !keys.containsKey(id)) {
            String name = list.relations().keyName().orElse(id.value());
            return not(list, Why.NEEDS_KEY, "needs a key, lists.keys." + name);
        }
        if (wantsRegistration(list)) {
            return not(list, Why.WANTS_REGISTRATION, "wants registration, then its id in lists.registered");
        }
        return Optional.empty();
    }

    /** Whether the operator has a copy of it, so that nobody has to be asked. */
    private boolean read(ListId id) {
        return settings.getOrDefault(id, ListSettings.none()).file().isPresent();
    }

    private boolean wantsRegistration(DnsList list) {
        boolean byKey = list.access() == Access.KEY;
        boolean closedCircle =
                list.access() == Access.IP_AUTHORISED || list.usage().registrationRequired();
        return !byKey && closedCircle && !registered.contains(list.id());
    }

    private Optional<NotAsked> askedElsewhere(DnsList list, Set<ListId> candidates) {
        Optional<ListId> better = replacement(list.id(), candidates);
        if (better.isPresent()) {
            return not(list, Why.REPLACED, "replaced by " + better.get());
        }
        for (ListId whole : list.partOf()) {
            Optional<ListId> betterWhole = replacement(whole, candidates);
            if (betterWhole.isPresent()) {
                return not(list, Why.PART_OF, "part of " + whole + ", which " + betterWhole.get() + " replaces");
            }
            if (candidates.contains(whole)) {
                return not(list, Why.PART_OF, "part of " + whole + ", asked there");
            }
        }
        return Optional.empty();
    }

    private Optional<ListId> replacement(ListId id, Set<ListId> candidates) {
        return candidates.stream()
                .filter(other -> catalogue.list(other).orElseThrow().replaces().contains(id))
                .findFirst();
    }

    private ChosenList asked(ListId id) {
        DnsList list = catalogue.list(id).orElseThrow();
        Zone zone = Optional.ofNullable(keys.get(id)).map(list.zone()::withKey).orElse(list.zone());
        return ChosenList.of(list.with(zone), settings.getOrDefault(id, ListSettings.none()), own.contains(id));
    }

    /** What was named on purpose and is not asked all the same should not pass in silence. */
    private void warnAboutWishes(Map<ListId, NotAsked> notAsked) {
        named.forEach((id, where) -> Optional.ofNullable(notAsked.get(id))
                .filter(not -> not.why() != Why.SKIPPED)
                .ifPresent(not -> names.warn(where, "`" + id + "` is not asked: " + not.words())));
        choice.keys().keySet().forEach(name -> {
            Set<ListId> lists = keys.keySet().stream()
                    .filter(id -> id.value().equals(name.value()) || hasKeyName(id, name.value()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!lists.isEmpty() && notAsked.keySet().containsAll(lists)) {
                names.warn(
                        name,
                        "there is a key, but none of its lists is in use: "
                                + lists.stream().map(ListId::value).collect(Collectors.joining(", ")));
            }
        });
    }

    private boolean hasKeyName(ListId id, String name) {
        return catalogue
                .list(id)
                .orElseThrow()
                .relations()
                .keyName()
                .filter(name::equals)
                .isPresent();
    }

    private static Optional<NotAsked> not(DnsList list, Why why, String words) {
        return Optional.of(new NotAsked(list, why, words));
    }

    private static Set<ListId> ids(List<DnsList> lists) {
        return lists.stream().map(DnsList::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
