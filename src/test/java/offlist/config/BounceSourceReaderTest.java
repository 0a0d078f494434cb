package offlist.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.bounce.SourceSettings;
import offlist.bounce.SourceSettings.Imap;
import offlist.bounce.SourceSettings.Journal;
import offlist.bounce.SourceSettings.Listen;
import offlist.bounce.SourceSettings.Tls;
import offlist.pool.IpAddress;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BounceSourceReaderTest {
    @TempDir
    Path folder;

    private List<SourceSettings> sources(String bounces) {
        return GoodConfig.good(GoodConfig.read("bounces: {" + bounces + "}", folder))
                .settings()
                .bounces()
                .sources();
    }

    @Test
    void aMailboxIsReadOverTlsUnlessItIsHere() {
        assertThat(sources("sources: [{imap: {host: mail.example.com, user: u, password: {file: mail.pw}}}]"))
                .containsExactly(new Imap(
                        "mail.example.com",
                        993,
                        "u",
                        Secret.of(GoodConfig.MAIL_PASSWORD),
                        "INBOX",
                        Tls.IMPLICIT,
                        Optional.empty()));
        assertThat(sources("sources: [{imap: {host: localhost, user: u, password: {file: mail.pw}, tls: none,"
                        + " folder: Bounces}}]"))
                .containsExactly(new Imap(
                        "localhost",
                        143,
                        "u",
                        Secret.of(GoodConfig.MAIL_PASSWORD),
                        "Bounces",
                        Tls.NONE,
                        Optional.empty()));
    }

    @Test
    void theJournalIsReadAsPostfixsLog() {
        assertThat(sources("sources: [{journal: postfix@-.service, addresses: {out1: 192.0.2.10}}]"))
                .containsExactly(new Journal("postfix@-.service", Map.of("out1", IpAddress.parse("192.0.2.10"))));
    }

    @Test
    void aListenerIsOnLoopbackUnlessSomebodySaysOtherwise() {
        assertThat(sources("listen: {for: [Bounces@Example.com, example.org]}"))
                .containsExactly(
                        new Listen(IpAddress.parse("127.0.0.1"), 2525, Set.of("bounces@example.com", "example.org")));
        assertThat(sources("listen: {address: 192.0.2.1, port: 25, anywhere: true}"))
                .containsExactly(new Listen(IpAddress.parse("192.0.2.1"), 25, Set.of()));
    }
}
