package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import offlist.catalogue.Kind;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RingTest {
    /** The same with maps and objects, plainly right. */
    private static final class Model {
        private final List<Optional<Target>> slots = new ArrayList<>();
        private final Map<Target, Integer> slotOf = new HashMap<>();
        private final Deque<Integer> free = new ArrayDeque<>();

        boolean add(Target target) {
            if (slotOf.containsKey(target)) {
                return false;
            }
            int slot = free.isEmpty() ? slots.size() : free.pop();
            if (slot == slots.size()) {
                slots.add(Optional.of(target));
            } else {
                slots.set(slot, Optional.of(target));
            }
            slotOf.put(target, slot);
            return true;
        }

        void remove(Target target) {
            Integer slot = slotOf.remove(target);
            if (slot != null) {
                slots.set(slot, Optional.empty());
                free.push(slot);
            }
        }
    }

    /** A small world, so that the same come and go again; addresses of the same low half, so that they collide. */
    private static Target target(Kind kind, int i) {
        return switch (kind) {
            case IPV4 -> IpAddress.v4(0xFFFF_FF00 + i * 0x0100_0001);
            case IPV6 -> IpAddress.v6(0x2001_0db8_0000_0000L + i % 7, -1L << i % 5 ^ i);
            case DOMAIN -> new DomainName("n" + i + ".example");
        };
    }

    @ParameterizedTest
    @EnumSource
    void aRandomStoryEndsAsItDoesWithMaps(Kind kind) {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Ring ring = Ring.of(kind);
            Model model = new Model();
            int world = 1 + random.nextInt(400);
            for (int step = 0; step < 3_000; step++) {
                Target target = target(kind, random.nextInt(world));
                if (random.nextInt(5) < (step / 500 % 2 == 0 ? 3 : 2)) {
                    assertEquals(model.add(target), ring.add(target), "seed " + seed + " step " + step);
                } else {
                    model.remove(target);
                    ring.remove(target);
                }
            }
            same(model, ring, kind, world, seed);
        }
    }

    private static void same(Model model, Ring ring, Kind kind, int world, long seed) {
        assertEquals(model.slots.size(), ring.slots(), "seed " + seed);
        assertEquals(model.slotOf.size(), ring.size(), "seed " + seed);
        for (int i = 0; i < world; i++) {
            Target target = target(kind, i);
            assertEquals(model.slotOf.getOrDefault(target, -1), ring.slot(target), "seed " + seed + " " + target);
            assertEquals(model.slotOf.containsKey(target), ring.contains(target));
            assertEquals(Optional.ofNullable(model.slotOf.get(target)), ring.slotOf(target));
        }
        for (int slot = 0; slot < model.slots.size(); slot++) {
            assertEquals(model.slots.get(slot), ring.at(slot), "seed " + seed + " slot " + slot);
            assertEquals(model.slots.get(slot).isPresent(), ring.taken(slot));
            if (ring.taken(slot) && ring.at(slot).orElseThrow() instanceof IpAddress address) {
                assertEquals(address, new IpAddress(kind == Kind.IPV6, ring.high(slot), ring.low(slot)));
            }
        }
        assertThat(ring.targets()).containsExactlyInAnyOrderElementsOf(model.slotOf.keySet());
    }

    @Test
    void aTargetKeepsItsSlotWhileOthersComeAndGo() {
        Ring ring = Ring.of(Kind.IPV4);
        for (int i = 0; i < 100_000; i++) {
            ring.add(IpAddress.v4(0x0A00_0000 + i));
        }
        int slot = ring.slot(IpAddress.parse("10.0.200.7"));
        for (int i = 0; i < 50_000; i++) {
            ring.remove(IpAddress.v4(0x0A00_0000 + i));
        }
        assertEquals(slot, ring.slot(IpAddress.parse("10.0.200.7")));

        ring.add(IpAddress.parse("192.0.2.1"));
        assertEquals(100_000, ring.slots());
    }

    @Test
    void whoIsOfAnotherKindIsInNoRing() {
        for (Kind kind : Kind.values()) {
            Ring ring = Ring.of(kind);
            assertTrue(ring.add(target(kind, 1)));
            for (Kind other : Kind.values()) {
                assertEquals(kind == other, ring.contains(target(other, 1)), kind + " " + other);
            }
        }
        assertFalse(Ring.of(Kind.IPV4).contains(IpAddress.parse("::")));
        assertThrows(IllegalArgumentException.class, () -> Ring.of(Kind.IPV4).add(IpAddress.parse("::1")));
        assertThrows(IllegalArgumentException.class, () -> Ring.of(Kind.IPV6).add(IpAddress.parse("192.0.2.1")));
        assertThrows(IllegalArgumentException.class, () -> Ring.of(Kind.DOMAIN).add(IpAddress.parse("192.0.2.1")));
    }

    @Test
    void aNameIsNoNumber() {
        Ring names = Ring.of(Kind.DOMAIN);
        names.add(new DomainName("a.example"));
        assertThrows(UnsupportedOperationException.class, () -> names.low(0));
        assertThrows(UnsupportedOperationException.class, () -> names.high(0));
    }
}
