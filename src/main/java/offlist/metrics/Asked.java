package offlist.metrics;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import offlist.catalogue.Catalogue;
import offlist.catalogue.ChosenList;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.track.Severities;

/**
 * What is asked, and with it which series exist at zero.
 *
 * @param severities those that a listing on the list can have
 */
record Asked(List<PoolName> pools, List<ChosenList> lists, Map<ListId, Set<Severity>> severities) {
    static Asked of(Readings readings) {
        Map<ListId, Set<Severity>> severities = new TreeMap<>();
        Catalogue catalogue = readings.selection().catalogue();
        List<ChosenList> lists = readings.selection().asked();
        lists.forEach(asked -> severities.put(asked.id(), severities(catalogue, asked.list(), readings.severities())));
        return new Asked(List.copyOf(readings.pools()), lists, severities);
    }

    private static Set<Severity> severities(Catalogue catalogue, DnsList list, Severities pools) {
        if (!list.type().bad()) {
            return EnumSet.of(Severity.INFORMATIONAL);
        }
        Set<Severity> severities = EnumSet.of(list.severity());
        severities.addAll(pools.said(list.id()));
        list.codes().stream()
                .filter(code -> code.effect() == Effect.LISTED)
                .forEach(code -> severities.add(catalogue.severity(list, code)));
        return severities;
    }
}
