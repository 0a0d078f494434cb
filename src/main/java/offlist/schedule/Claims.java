package offlist.schedule;

import java.util.List;

/**
 * Keeps how much of each quota may have been asked, so that no restart forgets it. What is claimed counts as asked, be it
 * asked or not, as after a kill nobody knows.
 */
public interface Claims {
    /** So many slots back a claim still counts. */
    int SLOTS_A_DAY = Allowance.SLOTS;

    /** Nothing outlives the process: for one-shot commands and tests. */
    Claims NONE = new Claims() {
        @Override
        public boolean claim(Claim claim) {
            return true;
        }

        @Override
        public List<Claim> restore(long slot) {
            return List.of();
        }
    };

    /**
     * So many questions in all in a slot.
     *
     * @param quota whose they are
     * @param slot number of the part of time since the epoch, see {@link #SLOTS_A_DAY}
     */
    record Claim(String quota, long slot, int questions) {}

    /** Keeps the claim in the place of an earlier one for the same slot; returns whether it is kept. */
    boolean claim(Claim claim);

    /**
     * What has been claimed in the day that ends with this slot. What stands in a later slot was kept by a clock that was
     * wrong: nobody knows when it was asked, so it is moved to this slot.
     */
    List<Claim> restore(long slot);
}
