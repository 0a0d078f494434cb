package offlist.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import offlist.metrics.Exposition.Scrape;
import offlist.track.StatusBoard;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the metrics on the management port; the framework's own meters stand in the same registry. */
@ApplicationScoped
public class MetricsStage {
    @Produces
    @Singleton
    PrometheusRegistry registry() {
        return new PrometheusRegistry();
    }

    @Produces
    @Singleton
    PrometheusMeterRegistry frameworkMeters(PrometheusRegistry registry) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
        meters.config().meterFilter(new FrameworkMeters());
        return meters;
    }

    @Produces
    @Singleton
    Meters meters(PrometheusRegistry registry, @ConfigProperty(name = "quarkus.application.version") String version) {
        return new Meters(registry, version);
    }

    /** Board and readings are looked up at the scrape: the port is opened before the daemon is made. */
    void serve(
            @Observes ManagementInterface management,
            PrometheusRegistry registry,
            Instance<StatusBoard> board,
            Instance<Readings> readings,
            Meters meters) {
        registry.register(new ListingCollector(() -> board.get().now(), readings::get, meters));
        Exposition exposition = new Exposition(registry::scrape);
        management.router().get("/metrics").blockingHandler(context -> answer(context, exposition), false);
    }

    private static void answer(RoutingContext context, Exposition exposition) {
        Scrape scrape = exposition.scrape(header(context, "Accept"), header(context, "Accept-Encoding"));
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, scrape.contentType());
        if (scrape.gzip()) {
            context.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        context.response().end(Buffer.buffer(scrape.body().toByteArray()));
    }

    private static String header(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getHeader(name)).orElse("");
    }
}
