package offlist.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneAndLinkTest {

    @Test
    void aZoneIsWrittenInSmallLettersWithoutTheLastDot() {
        assertEquals("bl.example.com", Zone.of("BL.Example.com.").name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "-a.example",
                "a b.example",
                "{ip}.example.com",
                "a.{key}x.example",
                "bücher.example"
            })
    void otherTextsAreNoZones(String text) {
        assertEquals(Optional.empty(), Zone.parse(text));
    }

    @Test
    void aKeyIsInTheNameAndNowhereElse() {
        Zone open = Zone.of("{key}.zen.example.net");
        assertTrue(open.needsKey());
        Zone keyed = open.withKey(Secret.of("s3cret"));
        assertFalse(keyed.needsKey());
        assertEquals("s3cret.zen.example.net", keyed.name());
        assertEquals("{key}.zen.example.net", keyed.display());
        assertEquals("{key}.zen.example.net", keyed.toString());
    }

    @Test
    void aZoneWithoutItsKeyCannotBeAsked() {
        assertThatThrownBy(() -> Zone.of("{key}.zen.example.net").name())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("{key}.zen.example.net has no key");
    }

    @Test
    void aKeyThatIsNoLabelIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> Zone.of("{key}.zen.example.net").withKey(Secret.of("two.labels")))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("two.labels");
    }

    @Test
    void aTextThatRepeatsTheQuestionLosesTheKey() {
        Zone keyed = Zone.of("{key}.zen.example.net").withKey(Secret.of("s3cret"));
        assertEquals("no ***.ZEN.example.net here", keyed.conceal("no S3CRET.ZEN.example.net here"));
        assertEquals("plain", Zone.of("bl.example.com").conceal("plain"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/{ip}, 192.0.2.10, https://a.example/192.0.2.10",
        "https://a.example/?ip={ip}, 2001:db8::25, https://a.example/?ip=2001%3Adb8%3A%3A25",
        "https://a.example/{domain}, Mail.Example.com, https://a.example/mail.example.com",
        "https://a.example/, 192.0.2.10, https://a.example/",
        "https://a.example/, example.com, https://a.example/"
    })
    void aLinkIsFilledIn(String template, String target, URI link) {
        assertEquals(Optional.of(link), LinkTemplate.parse(template).flatMap(found -> found.fill(target)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/{ip}, example.com",
        "https://a.example/{domain}, 192.0.2.1",
        "https://a.example/{ip}, 192.0.2.1/../x",
        "https://a.example/{domain}, a/b",
        "https://a.example/{domain}, 'a b'",
        "https://a.example/{domain}, a?b=c",
        "https://a.example/{ip}, ''"
    })
    void whatDoesNotFitIsNotFilledIn(String template, String target) {
        assertThat(LinkTemplate.parse(template).orElseThrow().fill(target)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "javascript:alert(1)",
                "ftp://a.example/",
                "https://a.example/{name}",
                "https://a b/"
            })
    void otherTextsAreNoLinks(String text) {
        assertEquals(Optional.empty(), LinkTemplate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Zen", "-zen", "zen list", "zen/1"})
    void otherTextsAreNoIds(String text) {
        assertEquals(Optional.empty(), ListId.parse(text));
    }
}
