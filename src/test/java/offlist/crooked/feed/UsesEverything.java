package offlist.crooked.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import org.xbill.DNS.Message;
import org.yaml.snakeyaml.Yaml;

/** Breaks: each library has its home. */
public record UsesEverything(MeterRegistry meters, Connection connection, Message message, Yaml yaml) {}
