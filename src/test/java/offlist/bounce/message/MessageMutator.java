package offlist.bounce.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Breaks messages: a few changes at a time, so that what is left is still close enough to a report to be read as one. */
final class MessageMutator {
    private static final int MOST_CHANGES = 5;
    private static final int LARGEST = 1 << 20;

    /** What the readers look for, and what they could trip over when it is repeated or half there. */
    private static final List<String> TOKENS = List.of(
            "a",
            " ",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\0",
            "\u00ff",
            "<",
            ">",
            "@",
            "[",
            "]",
            "(",
            ")",
            "'",
            "\"",
            "=",
            "=0",
            "-",
            "--",
            ":",
            ";",
            "a@",
            "a.",
            "@a.",
            "a@b.",
            "<a@b.example>",
            "<a@b.example>: ",
            "<a@b.example>:\n",
            "a@b.example: 550 no\n",
            "550 ",
            "550-",
            "550 5.7.1 ",
            "\n550 ",
            "\n550-",
            "(550 ",
            "[550 ",
            " 550",
            "host a.b[192.0.2.1] said: ",
            "host a[",
            "connect to a.b[",
            "SMTP error from remote mail server after ",
            "SMTP error from remote server: host a.b [192.0.2.1]",
            "(in reply to ",
            "Remote host said: ",
            "Remote_host_said:",
            "Giving up on ",
            "<<< 550 no\n",
            "<<< ",
            ">>> RCPT To:<a@b.example>\n",
            "... while talking to a.b.:\n",
            "(reason: 550 no)\n",
            "(generated from a@b)",
            "----- The following addresses had ",
            "----- Transcript of session follows -----\n",
            "Remote Server returned '550 ",
            "#550 5.7.1 no ##",
            "#<#5.7.1 smtp;550 no>",
            "Diagnostic information for administrators:\n",
            "Generating server:\n",
            "Recipient address: a@b.example\n",
            "Reason: 550 no\n",
            "Remote system: dns;a.b (TCP|192.0.2.1|1|192.0.2.2|25)",
            "Final-Recipient: rfc822; a@b.example\n",
            "Action: failed\n",
            "Status: 5.7.1\n",
            "Diagnostic-Code: smtp; 550 ",
            "Remote-MTA: dns; a.b\n",
            "Reporting-MTA: dns; a\n\n",
            "Received: from a [192.0.2.1]\n",
            "Feedback-Type: abuse\n",
            "X-Failed-Recipients: a@b.example, ",
            "=?utf-8?q?=",
            "=?utf-8?b?",
            "?=",
            "<p>",
            "<br ",
            "<head ",
            "<head>",
            "<script>",
            "</style>",
            "<!--",
            "&lt;",
            "https://a.example/?",
            "\u00e9",
            "\ud83d\ude00",
            "192.0.2.1 ",
            "2001:db8::",
            "::",
            "From ",
            "> ",
            ">",
            "a:\n",
            "--n\n\n",
            "--n\n");

    private static final List<String> FIELDS = List.of(
            "Content-Type: multipart/report; boundary=x",
            "Content-Type: multipart/mixed",
            "Content-Type: multipart/mixed; boundary=\"\"",
            "Content-Type: message/rfc822",
            "Content-Type: message/delivery-status",
            "Content-Type: message/feedback-report",
            "Content-Type: text/html; charset=utf-7",
            "Content-Type: text/plain; charset=utf-16",
            "Content-Type: text/plain; charset=\"=?x",
            "Content-Type: ;;;=",
            "Content-Type: text/plain; charset*0*=utf-8''%; charset*1=%ff",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Transfer-Encoding: x-uuencode",
            "Content-Transfer-Encoding: =?",
            "Subject: =?utf-8?b?////?=",
            "From: Mailer-Daemon <",
            "Return-Path: <>",
            "Date: Tue, 99 Xyz 99999 99:99:99 +9999",
            "Message-ID: <");

    private static final List<String> PLACES = List.of(
            "%s",
            "From: MAILER-DAEMON\nContent-Type: multipart/mixed; boundary=n\n\n%s\n",
            "From: MAILER-DAEMON\nSubject: %s\n\nno\n",
            "From: MAILER-DAEMON\nSubject: Undelivered\n\n%s\n",
            "From: MAILER-DAEMON\nContent-Type: text/html\n\n%s\n",
            "From: MAILER-DAEMON\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\nFinal-Recipient: rfc822; a@b.example\nDiagnostic-Code: smtp; %s\n",
            "From: MAILER-DAEMON\n\n<a@b.example>: host mx.b.example[192.0.2.1] said: 550 %s\n",
            "From: MAILER-DAEMON\n\nqmail-send program\n\n<a@b.example>:\n192.0.2.1 does not like recipient.\nRemote host said: %s\n",
            "From: MAILER-DAEMON\n\nThe following address(es) failed:\n\n  a@b.example\n    SMTP error from remote mail server after %s\n",
            "From: MAILER-DAEMON\n\nDiagnostic information for administrators:\n\na@b.example\n%s\n",
            "From: MAILER-DAEMON\n\n----- The following addresses had fatal errors -----\n<a@b.example>\n----- Transcript of session follows -----\n%s\n");

    private final RandomGenerator random;
    private final List<byte[]> others;

    /** @param others messages to take pieces from */
    MessageMutator(RandomGenerator random, List<byte[]> others) {
        this.random = random;
        this.others = others;
    }

    byte[] mutated(byte[] message) {
        List<UnaryOperator<byte[]>> changes = List.of(
                this::flipBits,
                this::setBytes,
                this::cut,
                this::cutInside,
                this::duplicate,
                this::splice,
                this::token,
                this::token,
                this::repeatedToken,
                this::field,
                this::field,
                this::lines,
                this::nested,
                this::wrapped,
                this::parts,
                this::lineEnds,
                this::boundaries,
                this::noise);
        byte[] now = message.clone();
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            now = changes.get(random.nextInt(changes.size())).apply(now);
            now = now.length > LARGEST ? Arrays.copyOf(now, LARGEST) : now;
        }
        return now;
    }

    private byte[] flipBits(byte[] message) {
        for (int i = random.nextInt(20); i >= 0 && message.length > 0; i--) {
            message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return message;
    }

    private byte[] setBytes(byte[] message) {
        byte[] values = "\0\r\n\t =-:;<>@\"'()[]\\\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = random.nextInt(20); i >= 0 && message.length > 0; i--) {
            message[random.nextInt(message.length)] = values[random.nextInt(values.length)];
        }
        return message;
    }

    private byte[] cut(byte[] message) {
        return Arrays.copyOf(message, place(message));
    }

    private byte[] cutInside(byte[] message) {
        int from = place(message);
        int to = from + random.nextInt(Math.min(500, message.length - from) + 1);
        return joined(Arrays.copyOf(message, from), Arrays.copyOfRange(message, to, message.length));
    }

    private byte[] duplicate(byte[] message) {
        int from = place(message);
        int to = from + random.nextInt(message.length - from + 1);
        return inserted(message, Arrays.copyOfRange(message, from, to), place(message), 1 + random.nextInt(3));
    }

    private byte[] splice(byte[] message) {
        byte[] other = others.get(random.nextInt(others.size()));
        int from = place(other);
        return joined(Arrays.copyOf(message, place(message)), Arrays.copyOfRange(other, from, other.length));
    }

    private byte[] token(byte[] message) {
        return inserted(message, pick(TOKENS), place(message), 1 + random.nextInt(3));
    }

    /** A long line, a giant header, or a thousand lines, as the token and the place will have it. */
    private byte[] repeatedToken(byte[] message) {
        int times = 1 << random.nextInt(random.nextInt(10) == 0 ? 17 : 11);
        return inserted(message, pick(TOKENS), place(message), times);
    }

    private byte[] field(byte[] message) {
        return inserted(
                message,
                ("\n" + FIELDS.get(random.nextInt(FIELDS.size())) + "\n").getBytes(StandardCharsets.UTF_8),
                lineEnd(message),
                1);
    }

    /** Lines dropped, doubled, joined or in another order. */
    private byte[] lines(byte[] message) {
        List<String> lines = new ArrayList<>(List.of(new String(message, StandardCharsets.ISO_8859_1).split("\n", -1)));
        for (int i = random.nextInt(6); i >= 0 && lines.size() > 1; i--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(Math.min(at, lines.size() - 2), lines.get(at) + lines.removeLast());
                default -> Collections.swap(lines, at, random.nextInt(lines.size()));
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Multiparts in multiparts. */
    private byte[] nested(byte[] message) {
        boolean same = random.nextInt(4) == 0;
        StringBuilder head = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(5) == 0 ? 2_000 : 12); i >= 0; i--) {
            String boundary = same ? "n" : "n" + i;
            head.append("Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n");
        }
        return joined(head.toString().getBytes(StandardCharsets.ISO_8859_1), message);
    }

    /** Messages in messages. */
    private byte[] wrapped(byte[] message) {
        String head = "Content-Type: message/rfc822\n"
                + (random.nextInt(4) == 0 ? "Content-Transfer-Encoding: base64\n" : "") + "\n";
        return inserted(
                message,
                head.getBytes(StandardCharsets.ISO_8859_1),
                0,
                1 + random.nextInt(random.nextInt(5) == 0 ? 2_000 : 5));
    }

    /** The message as one of many parts of itself. */
    private byte[] parts(byte[] message) {
        int times = 1 + random.nextInt(random.nextInt(5) == 0 ? 300 : 4);
        byte[] part = joined("\n--p\n".getBytes(StandardCharsets.ISO_8859_1), message);
        return inserted(
                "Content-Type: multipart/digest; boundary=p\n\n".getBytes(StandardCharsets.ISO_8859_1),
                part,
                44,
                Math.min(times, 1 + LARGEST / part.length));
    }

    private byte[] lineEnds(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        String end =
                List.of("\r", "\r\n", "\n\n", "\r\r\n", "\n\r", " \n", "=\n").get(random.nextInt(7));
        return text.replace("\n", end).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] boundaries(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        String other = List.of("", "--", "----", "--x--", "-- ", "-").get(random.nextInt(6));
        return (random.nextBoolean()
                        ? text.replace("\n--", "\n" + other)
                        : text.replace("boundary=", "boundary" + other))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] noise(byte[] message) {
        byte[] noise = new byte[random.nextInt(2_000)];
        random.nextBytes(noise);
        return inserted(message, noise, place(message), 1);
    }

    private int place(byte[] message) {
        return random.nextInt(message.length + 1);
    }

    private int lineEnd(byte[] message) {
        int at = place(message);
        while (at < message.length && message[at] != '\n') {
            at++;
        }
        return at;
    }

    private byte[] pick(List<String> from) {
        return from.get(random.nextInt(from.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] inserted(byte[] message, byte[] piece, int at, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(message, 0, at);
        for (int i = 0; i < times && out.size() < LARGEST; i++) {
            out.write(piece, 0, piece.length);
        }
        out.write(message, at, message.length - at);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        return inserted(tail, head, 0, 1);
    }

    /** Messages that are nothing but one thing again and again, where a header, a text or a field should be. */
    static Stream<byte[]> monotonous(int size) {
        return TOKENS.stream()
                .flatMap(token -> PLACES.stream()
                        .map(place -> place.replace("%s", token.repeat(Math.max(1, size / token.length())))
                                .getBytes(StandardCharsets.UTF_8)));
    }
}
