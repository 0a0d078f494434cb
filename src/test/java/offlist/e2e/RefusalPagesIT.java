package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import offlist.testing.Chromium;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.PageLook;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody from the help desk pastes what came back. */
@ExtendWith(OfflistHomes.class)
class RefusalPagesIT {
    private static final String ZONE = "bl.example";
    private static final Path PICTURES = Path.of("target/pages");

    private final Rbldnsd lists = Rbldnsd.serving(ZONE);
    private final Chromium browser = new Chromium();

    @AfterEach
    void close() {
        browser.close();
        lists.close();
    }

    private OfflistProcess start(OfflistHome home) {
        return home.configure("""
                interval: 1h
                resolvers: ["%s"]
                pools: [{name: news, addresses: [192.0.2.10, 192.0.2.11]}]
                lists: {use: [], custom: [{id: one, zone: %s, severity: major, kinds: [ipv4]}]}
                bounces: {blocks: {recipients: 2}}
                """.formatted(lists.resolver(), ZONE)).start();
    }

    private void paste(OfflistHome home, String text) {
        browser.open("http://127.0.0.1:" + home.port() + "/refusals");
        browser.type("textarea[name=text]", text);
        browser.follow("form:has(textarea[name=text]) button");
    }

    private void looksGood(String name) {
        for (int width : new int[] {1380, 420}) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.screen(width, 900, dark);
                browser.picture(PICTURES.resolve(name + "-" + width + (dark ? "-dark" : "") + ".png"));
                assertThat(PageLook.complaints(browser))
                        .as(name + " " + width + " " + dark)
                        .isEmpty();
            }
        }
        browser.screen(1380, 900, false);
    }

    @Test
    void aBounceIsPastedReadAndFoundAgain(OfflistHome home) {
        OfflistProcess offlist = start(home);
        browser.screen(1380, 900, false);
        browser.open("http://127.0.0.1:" + home.port() + "/");
        browser.follow("nav a[href='/refusals']");
        assertThat(browser.text())
                .contains("No receiver blocks an address by itself")
                .contains("None is known.");

        paste(
                home,
                "<ann@example.org>: host mx.example.org[203.0.113.9] said: 554 5.7.1 Service unavailable; Client host"
                        + " [192.0.2.10] blocked using " + ZONE
                        + "; <b>see</b> https://example.org/help (in reply to RCPT TO command)");
        assertThat(browser.text())
                .contains("Your address is on a blocklist that anybody can look up")
                .contains("ann@example.org was not reached, mx.example.org refused; your address: 192.0.2.10")
                .contains("<b>see</b>");
        assertThat(browser.count("a[href='/addresses/192.0.2.10']")).isPositive();
        assertThat(offlist.all("refusals?address=192.0.2.10")).hasSize(1);

        for (String who : new String[] {"ann", "bob"}) {
            paste(
                    home,
                    "<" + who + "@example.net>: host mx.example.net[203.0.113.9] said: 550 5.7.1 192.0.2.11 has a poor"
                            + " reputation here");
        }
        assertThat(browser.text()).contains("1 receiver blocks an address").contains("example.net");
        looksGood("refusals");
        browser.follow("a[href='/refusals?receiver=example.net']");
        assertThat(browser.text()).contains("Refusals of example.net");
        assertThat(browser.count("article.refusal")).isEqualTo(2);

        paste(home, "lorem ipsum");
        browser.open("http://127.0.0.1:" + home.port() + "/refusals?address=nobody");
        assertThat(browser.text()).contains("cannot be looked for");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void somebodyFindsOutWhoseMoveItIsAndAddsItToATask(OfflistHome home) {
        OfflistProcess offlist = start(home);
        lists.list(ZONE, "192.0.2.10", "127.0.0.2", "spam seen");
        browser.screen(1380, 900, false);
        browser.open("http://127.0.0.1:" + home.port() + "/");
        browser.follow("nav a[href='/triage']");
        assertThat(browser.text()).contains("Why does somebody not take your mail?");
        looksGood("triage-empty");

        browser.type(
                "textarea[name=bounce]",
                "<ann@example.org>: host mx.example.org[203.0.113.9] said: 550 5.7.1 192.0.2.11 has a poor reputation here,"
                        + " see https://example.org/help");
        browser.follow("form:has(textarea[required], textarea[name=bounce]) > button");
        assertThat(browser.text())
                .contains("example.org refuses 192.0.2.11 by its own judgement. No list that is asked shows it.")
                .contains("postmaster@example.org")
                .contains("Nobody was called");
        looksGood("triage");
        browser.type("input[name=author]", "ann");
        browser.follow("button[name=send]");
        assertThat(browser.text()).contains("It was added to the removal task");
        browser.follow("a[href^='/tasks/']");
        assertThat(browser.text()).contains("Whom to write to");
        looksGood("triage-task");
        assertThat(offlist.all("blocks?open=true")).hasSize(1);

        browser.open("http://127.0.0.1:" + home.port() + "/recipients?by=mx");
        assertThat(browser.text()).contains("1 operator of mail servers refuses your addresses");
        looksGood("recipients");
        assertThat(browser.complaints()).isEmpty();
    }
}
