package offlist.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A store of claims in memory, which outlives the budgets that write to it and can be made to fail. */
public final class KeptClaims implements Claims {
    private record Key(String quota, long slot) {}

    private final Map<Key, Claim> kept = new LinkedHashMap<>();
    private boolean failing;
    private int writes;

    @Override
    public boolean claim(Claim claim) {
        if (!failing) {
            kept.put(new Key(claim.quota(), claim.slot()), claim);
            writes++;
        }
        return !failing;
    }

    @Override
    public List<Claim> restore(long slot) {
        List<Claim> later =
                kept.values().stream().filter(claim -> claim.slot() > slot).toList();
        for (Claim wrong : later) {
            kept.remove(new Key(wrong.quota(), wrong.slot()));
            kept.merge(new Key(wrong.quota(), slot), wrong, (one, two) -> added(one, two, slot));
        }
        return kept.entrySet().stream()
                .map(entry -> new Claim(
                        entry.getKey().quota(),
                        entry.getKey().slot(),
                        entry.getValue().questions()))
                .toList();
    }

    private static Claim added(Claim one, Claim two, long slot) {
        return new Claim(one.quota(), slot, one.questions() + two.questions());
    }

    public void fail(boolean failing) {
        this.failing = failing;
    }

    public int writes() {
        return writes;
    }
}
