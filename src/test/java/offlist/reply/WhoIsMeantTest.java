package offlist.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import offlist.catalogue.CatalogueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that no rule knows as a sentence: what counts is of whom they are said, not which of them is used. */
class WhoIsMeantTest {
    private static final ReplyReader READER = new ReplyReader(RuleReader.shipped(), CatalogueReader.shipped());
    private static final String ADDRESS = "192.0.2.7";

    private static final List<String> US = List.of(
            "Your IP 192.0.2.7",
            "Your IP address (192.0.2.7)",
            "192.0.2.7",
            "Your server [192.0.2.7]",
            "Client host [192.0.2.7]",
            "The connecting host 192.0.2.7",
            "The sending mail server 192.0.2.7",
            "Mail server 192.0.2.7",
            "Your network (192.0.2.7)",
            "Sender IP 192.0.2.7");

    private static final List<String> JUDGED = List.of(
            "is blacklisted here",
            "is on our local blacklist",
            "is in our blocklist",
            "has been blocked",
            "was blocked for sending spam",
            "is banned",
            "has a bad reputation",
            "has poor reputation",
            "is not welcome",
            "is a known source of spam",
            "was seen in a honeypot",
            "is no longer trusted");

    private static final List<String> OTHERS = List.of(
            "The recipient <ann@example.com>",
            "The mailbox of <ann@example.com>",
            "Your message",
            "This message",
            "The attachment",
            "The sender address <news@example.com>",
            "Your e-mail address news@example.com");

    private static final List<String> SAID_OF_OTHERS =
            List.of("is blocked", "has been blocked", "was rejected", "is blacklisted", "is not allowed here");

    private static Stream<Arguments> pairs(List<String> whom, List<String> what) {
        return whom.stream().flatMap(who -> what.stream().map(say -> Arguments.of(who, say)));
    }

    static Stream<Arguments> ofUs() {
        return pairs(US, JUDGED);
    }

    static Stream<Arguments> ofOthers() {
        return pairs(OTHERS, SAID_OF_OTHERS);
    }

    private static Meaning read(String text) {
        return READER.read(Reply.of(text));
    }

    @ParameterizedTest
    @MethodSource("ofUs")
    void whatIsSaidOfOurAddressCounts(String who, String what) {
        for (String form :
                List.of("550 5.7.1 %s %s", "554-mx.example.net%n554 %s %s. Write to postmaster@example.net")) {
            Meaning is = read(String.format(form, who, what));
            assertThat(is.relevant()).as(is.rule()).isTrue();
            assertThat(is.refusalClass()).isEqualTo(RefusalClass.PRIVATE_LIST);
            assertThat(is.addresses())
                    .extracting(found -> found.address().text())
                    .containsExactly(ADDRESS);
        }
    }

    @ParameterizedTest
    @MethodSource("ofOthers")
    void theSameSaidOfAnybodyElseDoesNot(String who, String what) {
        Meaning is = read("550 5.7.1 " + who + " " + what);
        assertThat(is.relevant()).as(is.rule()).isFalse();
    }

    static List<String> otherLanguages() {
        return List.of(
                "550 Ihre IP-Adresse 192.0.2.7 ist gesperrt",
                "554 5.7.1 Ihr Mailserver 192.0.2.7 hat einen schlechten Ruf",
                "550 5.7.1 Votre adresse IP 192.0.2.7 est sur une liste noire",
                "554 5.7.1 Le serveur 192.0.2.7 a envoye trop de spam",
                "550 5.7.1 Su direccion IP 192.0.2.7 se encuentra en una lista negra",
                "550 5.7.1 L'indirizzo IP 192.0.2.7 risulta bloccato",
                "550 5.7.1 O seu servidor 192.0.2.7 foi bloqueado",
                "450 4.7.1 Twoj serwer poczty 192.0.2.7 zostal zablokowany",
                "550 5.7.1 Ваш ip-адрес 192.0.2.7 заблокирован",
                "550 5.7.1 IP地址 192.0.2.7 在黑名单中",
                "550 5.7.1 IPアドレス 192.0.2.7 はブラックリストに登録されています");
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void itIsUnderstoodInOtherLanguages(String text) {
        Meaning is = read(text);
        assertThat(is.relevant()).as(is.rule()).isTrue();
        assertThat(is.addresses()).extracting(found -> found.address().text()).containsExactly(ADDRESS);
    }

    static List<String> recipientsInOtherLanguages() {
        return List.of(
                "550 Das Postfach ist voll",
                "550 Der Empfaenger ist unbekannt",
                "550 Boite aux lettres inexistante",
                "550 El usuario no existe",
                "550 Usuario desconhecido",
                "550 Casella piena");
    }

    @ParameterizedTest
    @MethodSource("recipientsInOtherLanguages")
    void aRecipientIsOneInOtherLanguages(String text) {
        assertThat(read(text).refusalClass()).isEqualTo(RefusalClass.RECIPIENT);
    }

    /** The page of a list is the reason, whatever the words around it are. */
    @Test
    void thePageOfAListSaysMoreThanTheWordsAroundIt() {
        for (String words : List.of("Spam blocked see", "Rejected -", "Mail refused, go to", "Service unavailable;")) {
            Meaning is = read("553 5.3.0 " + words + " https://www.spamhaus.org/query/ip/192.0.2.7");
            assertThat(is.refusalClass()).as(words).isEqualTo(RefusalClass.PUBLIC_LIST);
            assertThat(is.operator()).contains("spamhaus");
            assertThat(is.known()).isNotEmpty();
        }
    }

    /** SPF speaks of addresses too, and greylisting of hosts. */
    @Test
    void anAddressInTheTextIsNotYetAJudgementOnIt() {
        Set<String> wrong = new TreeSet<>();
        for (String text : List.of(
                "550 5.7.1 SPF: 192.0.2.7 is not allowed to send mail for example.com",
                "450 4.7.1 <mail.example.com[192.0.2.7]>: Client host rejected: Greylisting in action",
                "451 4.7.1 Temporarily rejected, try again in 5 minutes [192.0.2.7]",
                "550 mail.example.com [192.0.2.7] is not permitted to relay through this server",
                "550 5.1.1 http://postmaster.example.net/codes?ip=192.0.2.7 Refused due to recipient preferences",
                "421 Too many concurrent SMTP connections from this IP address; please try again later.",
                "550 This server rejected your message because of its content",
                "554 The remote server refused the message",
                "550 Refused by the mail server of the recipient",
                "552 5.3.4 Our mail server does not accept messages larger than 10 MB",
                "550 The recipient's mail server has blocked messages with this attachment",
                "554 Transaction was denied by the host",
                "554 5.7.1 forged message rejected: a foreign mail server uses our domain",
                "550 Outgoing mail suspended for this account. Contact your host",
                "550 5.7.1 Your message was not accepted by our anti-spam gateway")) {
            if (read(text).relevant()) {
                wrong.add(text);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
