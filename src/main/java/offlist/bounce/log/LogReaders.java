package offlist.bounce.log;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import offlist.bounce.SourceSettings.LogFormat;
import offlist.pool.IpAddress;

/** Which reader knows which log. */
public final class LogReaders {
    private LogReaders() {}

    /**
     * @param addresses from which address a transport sends, by its name in the log, for logs that do not say
     * @param zone of times that are written without one
     */
    public static LogReader of(LogFormat format, Map<String, IpAddress> addresses, InstantSource clock, ZoneId zone) {
        return switch (format) {
            case POSTFIX -> new PostfixLog(addresses, new SyslogLines(clock, zone));
            case EXIM -> new EximLog(zone);
            case KUMOMTA -> new KumoLog();
            case POWERMTA -> new PowerLog();
        };
    }
}
