package offlist.web;

import java.time.InstantSource;
import offlist.alert.Audit;
import offlist.alert.Hearings;
import offlist.alert.Incidents;
import offlist.alert.Silences;
import offlist.store.Database;

/** What is wrong, who hears of it and what people have asked not to hear. */
public record Muting(Silences silences, Incidents incidents, Hearings hearings, Audit audit, InstantSource clock) {
    public static Muting of(Database database, InstantSource clock) {
        return new Muting(
                new Silences(database), new Incidents(database), new Hearings(database), new Audit(database), clock);
    }
}
