package offlist.e2e;

import static offlist.e2e.PartnerList.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import offlist.testing.Chromium;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.PageLook;
import offlist.testing.Rbldnsd;
import offlist.testing.Unbound;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A postmaster works on a removal, with mouse and keys. */
@ExtendWith(OfflistHomes.class)
class TaskPagesIT {
    private static final String ADDRESS = "192.0.2.10";
    private static final Path PICTURES = Path.of("target/pages");
    private static final String CONFIGURATION = """
            resolvers: ["%s"]
            pools: [{name: news, addresses: [192.0.2.10, 192.0.2.11], domains: [shop.example]}]
            """;
    private static final String DRY = "removal: {organisation: Shop Ltd, contact: postmaster@shop.example}\n";
    private static final String SENDING = """
            mail: {host: 127.0.0.1, port: %d, from: offlist@shop.example}
            removal:
              organisation: Shop Ltd
              contact: postmaster@shop.example
              readiness: {enabled: false}
              mail: {send: true}
            """;

    private final Rbldnsd lists = Rbldnsd.serving(ZONE);
    private final Unbound unbound = new Unbound()
            .forZone(ZONE, lists.port())
            .owning("2.0.192.in-addr.arpa")
            .owning("shop.example")
            .record("shop.example. IN MX 10 mx.shop.example.")
            .record("mx.shop.example. IN A 192.0.2.11")
            .record("shop.example. IN TXT \"v=spf1 mx -all\"")
            .start();
    private final Chromium browser = new Chromium();

    @AfterEach
    void close() {
        browser.close();
        unbound.close();
        lists.close();
    }

    @Test
    void listedFoundFilteredExplainedWaivedRequestedConfirmedGoneAndListedTooSoonAgain(OfflistHome home)
            throws IOException {
        OfflistProcess offlist = start(home, DRY);
        lists.list(ZONE, ADDRESS, "127.0.0.2", "<b>spam</b> seen, ref 4711");
        lists.list(ZONE, "192.0.2.11", "127.0.0.2", "spam seen");
        String id = task(offlist, "blocked").path("id").asText();
        browser.screen(1380, 900, false);
        theTaskIsFound(home);
        itIsExplained();
        whatStandsInTheWayIsWaived();
        aDryRunShowsTheMail(offlist, id);
        anOldPageIsRefusedAndTheListIsAskedOnce(home, offlist, id);
        theListConfirms();

        lists.unlist(ZONE, ADDRESS);
        task(offlist, "closed");
        open(home, "/tasks/" + id);
        assertThat(browser.text()).contains("The list confirmed that the address is not on it any more. Proof:");
        assertThat(browser.count("form input[value=request]")).isZero();
        look("task-closed");

        lists.list(ZONE, ADDRESS, "127.0.0.2", "spam seen again");
        task(offlist, "blocked");
        open(home, "/tasks/" + id);
        assertThat(browser.text())
                .contains("The list may be asked again from")
                .contains("listed 2 times")
                .contains("for an earlier listing");
        assertThat(browser.count("form input[value=request]")).isZero();
        look("task-paused");
        assertThat(browser.complaints()).isEmpty();
    }

    private OfflistProcess start(OfflistHome home, String removal) throws IOException {
        PartnerList.configure(home, CONFIGURATION.formatted(unbound.resolver()) + removal);
        return home.start();
    }

    private void theTaskIsFound(OfflistHome home) {
        open(home, "/");
        browser.follow("nav a[href='/tasks']");
        assertThat(browser.text()).contains("2 tasks need a person");
        look("tasks-live");
        browser.press("input[name=state][value=blocked]")
                .type("input[name=address]", ADDRESS)
                .choose("select[name=list]", "partner")
                .follow("form.filter button");
        assertThat(browser.address()).contains("state=blocked").contains("address=" + ADDRESS);
        assertThat(browser.count("table.work tbody tr")).isEqualTo(1);
        assertThat(browser.value("input[name=address]")).isEqualTo(ADDRESS);
        browser.follow("table.work a.mono");
        assertThat(browser.text())
                .contains("Take 192.0.2.10 off Partner Block List")
                .contains("Not now:");
        assertThat(here()).startsWith("blocked");
        look("task-blocked");
    }

    private void itIsExplained() {
        browser.type("textarea[name=cause]", "A form was abused")
                .type("textarea[name=fix]", "It asks first <now>")
                .type("form:has(textarea[name=cause]) input[name=author]", "ann")
                .follow("form:has(textarea[name=cause]) button");
        assertThat(browser.text())
                .contains("Cause and fix are noted.")
                .contains("A form was abused · It asks first <now>");
        assertThat(browser.value("textarea[name=fix]")).isEqualTo("It asks first <now>");
        assertThat(browser.value("form:has(textarea[name=cause]) input[name=author]"))
                .isEqualTo("ann");
    }

    private void whatStandsInTheWayIsWaived() {
        String waive = "details:has(input[value=waive])";
        int before = browser.count(waive);
        assertThat(before).isPositive();
        for (int i = before; i > 0; i--) {
            browser.press(waive + " summary")
                    .type(waive + " input[name=why]", "the list is told so")
                    .follow(waive + " button");
            assertThat(browser.text()).contains("Waived: it does not stand in the way any more.");
            assertThat(browser.count(waive)).isLessThan(i);
        }
        assertThat(here()).startsWith("ready");
        look("task-ready");
    }

    private void aDryRunShowsTheMail(OfflistProcess offlist, String id) {
        browser.follow("form:has(input[value=mail]) button");
        assertThat(browser.text())
                .contains("This was a dry run, the list was not asked.")
                .contains("The mail that would be sent")
                .contains(PartnerList.MAIL);
        assertThat(browser.value("#mail textarea")).contains("A form was abused");
        assertThat(offlist.api("tasks/" + id).path("requests")).isEmpty();
        look("task-mail-dry");
    }

    @Test
    void theRequestGoesOutByMailOnceAndThePageSaysWhere(OfflistHome home) throws Exception {
        try (Mailbox mailbox = new Mailbox()) {
            OfflistProcess offlist = start(home, SENDING.formatted(mailbox.port()));
            lists.list(ZONE, ADDRESS, "127.0.0.2", "spam seen");
            String id = task(offlist, "ready").path("id").asText();
            browser.screen(1380, 900, false);
            open(home, "/tasks/" + id);
            assertThat(browser.text()).contains("It can be sent when nothing is missing any more.");
            assertThat(browser.count("form:has(input[value=mail]) button")).isZero();
            itIsExplained();

            look("task-mail-ready");
            browser.follow("form:has(input[value=mail]) button");

            assertThat(browser.text())
                    .contains("The request was sent to " + PartnerList.MAIL + ".")
                    .contains("ann asked by mail");
            assertThat(here()).startsWith("requested");
            look("task-mail-sent");
            open(home, "/tasks/" + id);
            assertThat(browser.count("input[value=mail]")).isZero();
            assertThat(mailbox.mails()).hasSize(1);
            MimeMessage mail = mailbox.mails().getFirst();
            assertThat(Mailbox.header(mail, "To")).contains(PartnerList.MAIL);
            assertThat(Mailbox.header(mail, "Message-ID"))
                    .isEqualTo(offlist.api("tasks/" + id)
                            .path("requests")
                            .path(0)
                            .path("reference")
                            .asText());
            assertThat(mail.getContent().toString()).contains("It asks first <now>");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Somebody else asks between the page and the button. */
    private void anOldPageIsRefusedAndTheListIsAskedOnce(OfflistHome home, OfflistProcess offlist, String id) {
        String asked = "{\"author\": \"bob\", \"action\": \"request\", \"reference\": \"R-1\"}";
        assertThat(offlist.patch("tasks/" + id, asked).statusCode()).isEqualTo(200);
        browser.type("form:has(input[value=request]) input[name=reference]", "R-2")
                .choose("select[name=how]", "email")
                .follow("form:has(input[value=request]) button");
        assertThat(browser.text()).contains("Not done: the list was asked on").contains("bob asked on the list's page");
        assertThat(here()).startsWith("requested");
        assertThat(offlist.api("tasks/" + id).path("requests")).hasSize(1);
        open(home, "/tasks?show=live&state=requested");
        assertThat(browser.text()).contains("the list was asked on").contains("the list");
        open(home, "/tasks/" + id);
        look("task-requested");
    }

    private void theListConfirms() {
        browser.type("form:has(input[value=acknowledge]) input[name=reference]", "T-77")
                .follow("form:has(input[value=acknowledge]) button");
        assertThat(browser.text())
                .contains("It is noted that the list has the request.")
                .contains("T-77");
        assertThat(here()).startsWith("waiting");
    }

    private String here() {
        return browser.evaluate("document.querySelector('.course [aria-current=step]').innerText")
                .asText();
    }

    private void open(OfflistHome home, String path) {
        browser.open("http://127.0.0.1:" + home.port() + path);
    }

    /** On a desk and in a hand, by day and by night. */
    private void look(String name) {
        for (int width : List.of(1380, 420)) {
            for (boolean dark : List.of(false, true)) {
                browser.screen(width, 900, dark);
                String file = name + "-" + width + (dark ? "-dark" : "") + ".png";
                browser.picture(PICTURES.resolve(file));
                assertThat(PageLook.complaints(browser)).as(file).isEmpty();
            }
        }
        browser.screen(1380, 900, false);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }

    private static JsonNode task(OfflistProcess offlist, String state) {
        return soon().until(
                        () -> offlist.all("tasks?address=" + ADDRESS),
                        tasks -> tasks.size() == 1
                                && tasks.getFirst().path("state").asText().equals(state))
                .getFirst();
    }
}
