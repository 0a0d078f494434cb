package offlist.ready;

/**
 * What is looked at before a removal is asked for.
 *
 * @param enabled whether anything is looked at
 * @param greeting whether the addresses of the pool are connected to, to read their greeting
 * @param openRelay whether they are asked to relay for strangers
 * @param port where their mail server listens
 */
public record ReadinessSettings(boolean enabled, boolean greeting, boolean openRelay, int port) {
    private static final int SMTP = 25;

    /** Only DNS is asked. */
    public static final ReadinessSettings DEFAULT = new ReadinessSettings(true, false, false, SMTP);

    /** Whether anything but DNS is asked. */
    public boolean connects() {
        return greeting || openRelay;
    }
}
