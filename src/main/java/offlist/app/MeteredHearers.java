package offlist.app;

import offlist.alert.ReceiverSettings;
import offlist.alert.Sent;
import offlist.bounce.Complained;
import offlist.bounce.Refusal;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListId;
import offlist.config.Settings;
import offlist.metrics.Meters;
import offlist.pool.PoolSettings;
import offlist.probe.Observation;
import offlist.ticket.TicketSent;
import offlist.track.Event;
import offlist.track.Transition;

/** Counts what the daemon does. */
record MeteredHearers(Meters meters) implements Daemon.Hearers {
    @Override
    public void checked(Observation observation) {
        meters.checked(observation);
    }

    @Override
    public void clean(ListId list, long took) {
        meters.clean(list, took);
    }

    @Override
    public void happened(Event event) {
        if (event instanceof Transition transition) {
            meters.transition(transition);
        }
    }

    @Override
    public void sent(Sent sent) {
        meters.notification(sent.receiver(), sent.kind().label(), sent.outcome().label());
    }

    @Override
    public void ticket(TicketSent sent) {
        meters.ticket(sent.system(), sent.result().label());
    }

    @Override
    public void refused(Refusal refusal) {
        meters.refused(
                refusal.meaning().refusalClass(),
                refusal.meaning().known().stream().sorted().findFirst());
    }

    @Override
    public void disagreed(ListId list) {
        meters.disagreed(list);
    }

    @Override
    public void complained(Complained complained) {
        complained
                .about()
                .pools()
                .forEach(pool -> meters.complained(
                        complained.type(), pool, complained.complaint().incidents()));
    }

    @Override
    public void asked(Settings settings) {
        meters.asked(
                settings.lists().asked().stream().map(ChosenList::id).toList(),
                settings.pools().stream().map(PoolSettings::name).toList());
        settings.alert().receivers().stream().map(ReceiverSettings::name).forEach(meters::tells);
        settings.tickets().systems().forEach(system -> meters.asksFor(system.name()));
    }
}
