package offlist.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class LookupsTest {
    private static final Name NAME = Name.fromConstantString("a.example.test.");

    private final FakeDns first = FakeDns.start();
    private final FakeDns second = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final Lookups lookups = resolvers.lookups(List.of(first.id(), second.id()), Duration.ofMillis(300), 2);

    LookupsTest() {
        first.zone("example.test").add("a", Type.A, "192.0.2.1");
        second.zone("example.test").add("a", Type.A, "192.0.2.2");
    }

    @AfterEach
    void stop() {
        resolvers.close();
        first.close();
        second.close();
    }

    private Answer ask() throws Exception {
        return lookups.ask(NAME, Type.A).get(20, TimeUnit.SECONDS);
    }

    private String value() throws Exception {
        return ((Answer.Records) ask()).records().getFirst().rdataToString();
    }

    @Test
    void theFirstResolverIsPreferred() throws Exception {
        assertThat(value()).isEqualTo("192.0.2.1");
        assertThat(second.asked().total()).isZero();
    }

    @Test
    void theNextOneIsAskedWhenOneFails() throws Exception {
        first.rcode(Rcode.SERVFAIL);
        assertThat(value()).isEqualTo("192.0.2.2");
    }

    @Test
    void aSecondRoundIsMade() throws Exception {
        first.always(FakeDnsFault.dropFirst(1));
        second.rcode(Rcode.REFUSED);
        assertThat(value()).isEqualTo("192.0.2.1");
    }

    @Test
    void noSuchNameIsAnAnswer() throws Exception {
        first.zone("example.test").remove("a");
        assertThat(ask()).isInstanceOf(Answer.NoSuchName.class);
        assertThat(second.asked().total()).isZero();
    }

    @Test
    void theLastFailureIsTheAnswerWhenNobodyHasOne() throws Exception {
        first.rcode(Rcode.REFUSED);
        second.rcode(Rcode.SERVFAIL);
        assertThat(ask()).isEqualTo(new Answer.Failed(Answer.Cause.SERVFAIL));
        assertThat(first.asked().total() + second.asked().total()).isEqualTo(4);
    }

    @Test
    void whatHasAnEndInTimeStopsThere() throws Exception {
        first.silent();
        second.silent();
        Lookups patient = resolvers.lookups(List.of(first.id(), second.id()), Duration.ofMinutes(2), 2);
        Lookups hurried = patient.within(Duration.ofMillis(200));
        assertThat(hurried.ask(NAME, Type.A).get(20, TimeUnit.SECONDS))
                .isEqualTo(new Answer.Failed(Answer.Cause.TIMEOUT));
        long asked = first.asked().total() + second.asked().total();
        first.wellBehaved();
        assertThat(hurried.ask(NAME, Type.A).get(20, TimeUnit.SECONDS))
                .isEqualTo(new Answer.Failed(Answer.Cause.TIMEOUT));
        assertThat(first.asked().total() + second.asked().total()).isEqualTo(asked);
    }

    @Test
    void nobodyToAskIsOurOwnMistake() {
        assertThatThrownBy(() -> new Lookups(List.of(), Duration.ofSeconds(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
