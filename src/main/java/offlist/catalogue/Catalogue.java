package offlist.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import offlist.yaml.Nearest;

/** Everything that is known about blocklists. Immutable. */
public final class Catalogue {

    private final SortedMap<ListId, DnsList> lists = new TreeMap<>();
    private final SortedMap<String, Sublist> sublists = new TreeMap<>();
    private final SortedMap<String, ClosedList> closed = new TreeMap<>();
    private final SortedMap<String, PrivateList> privateLists = new TreeMap<>();
    private final SortedMap<String, Reason> reasons = new TreeMap<>();
    private final SortedMap<String, String> sources = new TreeMap<>();
    private final SortedMap<ListId, String> files = new TreeMap<>();

    Catalogue(
            Collection<DnsList> lists,
            Collection<Sublist> sublists,
            Collection<ClosedList> closed,
            Collection<PrivateList> privateLists,
            Collection<Reason> reasons,
            Map<String, String> sources,
            Map<ListId, String> files) {
        lists.forEach(list -> this.lists.put(list.id(), list));
        sublists.forEach(sublist -> this.sublists.put(sublist.id(), sublist));
        closed.forEach(list -> this.closed.put(list.id(), list));
        privateLists.forEach(list -> this.privateLists.put(list.id(), list));
        reasons.forEach(reason -> this.reasons.put(reason.key(), reason));
        this.sources.putAll(sources);
        this.files.putAll(files);
    }

    /** A list by its id. */
    public Optional<DnsList> list(ListId id) {
        return Optional.ofNullable(lists.get(id));
    }

    /** All lists by id. */
    public List<DnsList> lists() {
        return List.copyOf(lists.values());
    }

    /** The lists of one profile. */
    public List<DnsList> profile(Profile profile) {
        return lists.values().stream().filter(list -> list.profile() == profile).toList();
    }

    /** A list that must not be asked any more, by its id or by one of its zones. */
    public Optional<ClosedList> closed(String idOrZone) {
        return Optional.ofNullable(closed.get(idOrZone)).or(() -> closedZone(idOrZone));
    }

    /** A list that must not be asked any more, by one of its zones. */
    public Optional<ClosedList> closedZone(String zone) {
        return closed.values().stream().filter(list -> list.serves(zone)).findFirst();
    }

    /** All closed lists by id. */
    public List<ClosedList> closed() {
        return List.copyOf(closed.values());
    }

    /** A component of a combined list. */
    public Optional<Sublist> sublist(String id) {
        return Optional.ofNullable(sublists.get(id));
    }

    /** All components by id. */
    public List<Sublist> sublists() {
        return List.copyOf(sublists.values());
    }

    /** A receiver's or vendor's own reputation. */
    public Optional<PrivateList> privateList(String id) {
        return Optional.ofNullable(privateLists.get(id));
    }

    /** All of these by id. */
    public List<PrivateList> privateLists() {
        return List.copyOf(privateLists.values());
    }

    /** A class of reasons. */
    public Optional<Reason> reason(String key) {
        return Optional.ofNullable(reasons.get(key));
    }

    /** All reasons by key. */
    public List<Reason> reasons() {
        return List.copyOf(reasons.values());
    }

    /** The keys of all reasons that a listing can have. */
    public SortedSet<String> reasonKeys() {
        SortedSet<String> keys = new TreeSet<>(reasons.keySet());
        lists.values().forEach(list -> list.codes().forEach(code -> keys.add(code.reason())));
        return keys;
    }

    /** Where a fact was read, by the key of the source. */
    public Optional<String> source(String key) {
        return Optional.ofNullable(sources.get(key));
    }

    /** Where facts were read, by the keys of the sources. */
    Map<String, String> sources() {
        return sources;
    }

    /** The file a list is described in, for people; {@code lists.custom} for one of the user's settings. */
    public String file(ListId id) {
        return files.getOrDefault(id, "lists.custom");
    }

    /** The live list that is asked under a zone, written with {@code {key}} where a key belongs. */
    public Optional<DnsList> byZone(String zone) {
        String lower = zone.toLowerCase(Locale.ROOT);
        return lists.values().stream()
                .filter(list -> list.zone().display().equals(lower))
                .findFirst();
    }

    /** How to come off: the procedure of the component the code names, else that of the list. */
    public RemovalProcedure removal(DnsList list, ReturnCode code) {
        return code.sublist().flatMap(this::removalOf).orElse(list.removal());
    }

    /** How bad a code is: the severity of the component it names, unless the user gave the list another one. */
    public Severity severity(DnsList list, ReturnCode code) {
        boolean ours = list(list.id())
                .map(shipped -> shipped.severity() == list.severity())
                .orElse(false);
        Optional<Severity> component = code.sublist().flatMap(this::sublist).map(Sublist::severity);
        return ours ? component.orElse(list.severity()) : list.severity();
    }

    /** The same knowledge and further lists, such as the user's own. */
    public Catalogue with(Collection<DnsList> further) {
        List<DnsList> more = new ArrayList<>(lists.values());
        more.addAll(further);
        return new Catalogue(
                more, sublists.values(), closed.values(), privateLists.values(), reasons.values(), sources, files);
    }

    /** The id, of a list or profile, that was probably meant. */
    public Optional<String> nearest(String word) {
        List<String> known = new ArrayList<>();
        lists.keySet().forEach(id -> known.add(id.value()));
        for (Profile profile : Profile.values()) {
            known.add(profile.label());
        }
        return Nearest.of(word, known);
    }

    private Optional<RemovalProcedure> removalOf(String component) {
        Optional<RemovalProcedure> sublist = sublist(component).map(Sublist::removal);
        return sublist.isPresent()
                ? sublist
                : ListId.parse(component).flatMap(this::list).map(DnsList::removal);
    }
}
