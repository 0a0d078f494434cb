package offlist.alert.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import offlist.alert.Reading;
import org.ccil.cowan.tagsoup.Parser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** A mail as a mail program takes it apart: headers, parts, and the elements of its page. */
final class MailReading implements Reading {
    /** What a page could do more than show, or could fetch from elsewhere. */
    private static final Set<String> ACTIVE = Set.of(
            "script", "img", "iframe", "object", "embed", "form", "input", "button", "link", "style", "base", "svg",
            "video", "audio");

    /** The elements of a page, each with its attributes, and what is shown between them. */
    private static final class Page extends DefaultHandler {
        final List<String> elements = new ArrayList<>();
        final StringBuilder text = new StringBuilder();

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            StringBuilder element = new StringBuilder(name);
            for (int i = 0; i < attributes.getLength(); i++) {
                element.append(' ').append(attributes.getQName(i)).append('=').append(attributes.getValue(i));
            }
            elements.add(element.toString());
        }

        @Override
        public void characters(char[] all, int start, int length) {
            text.append(all, start, length);
        }
    }

    @Override
    public List<String> live(String body) {
        MimeMessage mail = mail(body);
        List<String> live = new ArrayList<>();
        try {
            for (Header header : Collections.list(mail.getAllHeaders())) {
                live.add(header.getName() + (header.getName().matches("(?i)from|to|cc|bcc") ? header.getValue() : ""));
            }
            live.add(mail.getContentType().replaceFirst("boundary=.*", ""));
            plain(mail).lines().forEach(line -> live.add("line"));
            live.addAll(page(mail).elements);
            return live;
        } catch (Exception e) {
            throw new AssertionError(body, e);
        }
    }

    @Override
    public List<String> texts(String body) {
        MimeMessage mail = mail(body);
        try {
            return List.of(mail.getSubject(), plain(mail), page(mail).text.toString());
        } catch (Exception e) {
            throw new AssertionError(body, e);
        }
    }

    @Override
    public void accept(String body) {
        // RFC 5322, 2.1.1
        assertThat(body.lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(998));
        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(1024 * 1024);
        MimeMessage mail = mail(body);
        try {
            assertThat(mail.getSubject()).isNotBlank();
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(page(mail).elements).allSatisfy(element -> {
                assertThat(element.replaceFirst(" .*", "")).isNotIn(ACTIVE);
                assertThat(element).doesNotContainPattern("(?i) on\\w+=|javascript:|url\\(");
            });
        } catch (Exception e) {
            throw new AssertionError(body, e);
        }
    }

    private static MimeMessage mail(String body) {
        try {
            return new MimeMessage(
                    null, new ByteArrayInputStream(body.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(body, e);
        }
    }

    private static String plain(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        return parts.getBodyPart(index).getContent().toString().replace("\r\n", "\n");
    }

    private static Page page(MimeMessage mail) throws Exception {
        Page page = new Page();
        Parser parser = new Parser();
        parser.setContentHandler(page);
        parser.parse(new InputSource(new StringReader(part(mail, 1))));
        return page;
    }
}
