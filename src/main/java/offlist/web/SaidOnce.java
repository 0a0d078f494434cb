package offlist.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import offlist.web.TaskPage.Said;

/**
 * What a page is to say after a form was sent: kept until that page is shown, and then forgotten. An address carries the key
 * alone, so nobody can make a page say something. Threads may share it.
 */
final class SaidOnce {
    private static final int MOST = 200;

    private final Map<String, Said> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Said> eldest) {
            return size() > MOST;
        }
    };

    synchronized String keep(Said said) {
        String key = UUID.randomUUID().toString();
        kept.put(key, said);
        return key;
    }

    synchronized Optional<Said> take(Optional<String> key) {
        return key.flatMap(each -> Optional.ofNullable(kept.remove(each)));
    }
}
