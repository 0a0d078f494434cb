package offlist.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import offlist.pool.IpAddress;

/** The lists at one moment of the story. */
final class Scene {
    private final Map<DemoList, Map<IpAddress, List<Cause>>> listed = new EnumMap<>(DemoList.class);
    private final Set<DemoList> refusing = EnumSet.noneOf(DemoList.class);
    private final Set<DemoList> mad = EnumSet.noneOf(DemoList.class);

    private Scene() {}

    /** What the turns lead to, in their order. */
    static Scene after(List<Turn> turns) {
        Scene scene = new Scene();
        turns.forEach(scene::take);
        return scene;
    }

    private void take(Turn turn) {
        switch (turn) {
            case Turn.Lists lists -> lists.addresses().forEach(address -> add(lists.list(), address, lists.cause()));
            case Turn.Delists delists -> delists.addresses().forEach(at(delists.list())::remove);
            case Turn.Refuses refuses -> refusing.add(refuses.list());
            case Turn.AnswersAgain answers -> refusing.remove(answers.list());
            case Turn.GoesMad goes -> mad.add(goes.list());
            case Turn.Recovers recovers -> mad.remove(recovers.list());
        }
    }

    private void add(DemoList list, IpAddress address, Cause cause) {
        at(list).computeIfAbsent(address, a -> new ArrayList<>()).add(cause);
    }

    private Map<IpAddress, List<Cause>> at(DemoList list) {
        return listed.computeIfAbsent(list, l -> new HashMap<>());
    }

    boolean refuses(DemoList list) {
        return refusing.contains(list);
    }

    boolean isMad(DemoList list) {
        return mad.contains(list);
    }

    /** Why the list has the address; empty when it has not. */
    List<Cause> causes(DemoList list, IpAddress address) {
        return List.copyOf(listed.getOrDefault(list, Map.of()).getOrDefault(address, List.of()));
    }

    /** All that the list has. */
    Set<IpAddress> addresses(DemoList list) {
        return Set.copyOf(listed.getOrDefault(list, Map.of()).keySet());
    }
}
