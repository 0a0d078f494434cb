package offlist.alert.discord;

import static org.assertj.core.api.Assertions.assertThat;

import offlist.alert.HandledNotifierContract;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.Reading;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;

class DiscordNotifierTest extends HandledNotifierContract {
    private static final String HOOK = "/api/webhooks/1/" + SECRET;

    @Override
    protected Reading reading() {
        return new DiscordReading();
    }

    @Override
    protected Notifier at(String base) {
        return new DiscordNotifier(client(), Secret.of(base + HOOK), handles, PATIENCE);
    }

    @Test
    void theFirstMessageIsKnownAfterwards() {
        reply = "{\"id\":\"123456789\",\"content\":\"x\"}";
        accepted().send(Messages.opened());

        assertThat(paths()).containsExactly("POST " + HOOK + "?wait=true");
        assertThat(handles.of("ops", Messages.opened().id())).contains("123456789");
    }

    @Test
    void aLaterMessageEditsTheFirstAndIsPosted() {
        handles.keep(Messages.opened(), "77");
        reply = "{\"id\":\"88\"}";

        assertThat(accepted().send(Messages.goesOn())).isEqualTo(new Outcome.Delivered());
        assertThat(paths()).containsExactly("PATCH " + HOOK + "/messages/77?wait=true", "POST " + HOOK + "?wait=true");
        assertThat(requests.get(0).body()).contains("1 open, last: 192.0.2.10 delisted");
        assertThat(requests.get(1).body()).doesNotContain("1 open, last");
        assertThat(handles.of("ops", Messages.opened().id())).contains("77");
    }

    @Test
    void aFirstMessageThatWasPostedBeforeIsNotPostedAgain() {
        handles.keep(Messages.opened(), "77");

        accepted().send(Messages.opened());

        assertThat(paths()).containsExactly("PATCH " + HOOK + "/messages/77?wait=true");
    }

    @Test
    void whereTheFirstIsGoneTheNewsIsTheFirst() {
        handles.keep(Messages.opened(), "77");
        reply = "{\"id\":\"88\"}";
        gone = true;

        assertThat(accepted().send(Messages.goesOn())).isEqualTo(new Outcome.Delivered());
        assertThat(handles.of("ops", Messages.opened().id())).contains("88");
    }

    @Test
    void anEditThatMayPassIsTriedAgainBeforeAnythingIsPosted() {
        handles.keep(Messages.opened(), "77");

        assertThat(deferred().send(Messages.goesOn())).isInstanceOf(Outcome.RetryLater.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void aThreadOfTheForumIsKept() {
        status = 200;
        new DiscordNotifier(client(), Secret.of(base() + HOOK + "?thread_id=5"), handles, PATIENCE)
                .send(Messages.opened());

        assertThat(paths()).containsExactly("POST " + HOOK + "?wait=true&thread_id=5");
    }

    private java.util.List<String> paths() {
        return requests.stream()
                .map(request -> request.method() + " " + request.path())
                .toList();
    }
}
