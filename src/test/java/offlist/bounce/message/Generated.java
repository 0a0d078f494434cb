package offlist.bounce.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A report made from the truth: which recipients, what was said, in whose form, in how many parts, encoded how, is drawn by the
 * seed.
 *
 * @param expected a line for each recipient, see {@link Lines}
 */
record Generated(byte[] message, List<String> expected) {
    private static final List<String> SUBJECTS = List.of(
            "Undelivered Mail Returned to Sender",
            "=?utf-8?q?Unzustellbar=3A_Ihre_Bestellung_f=C3=BCr_M=C3=A4rz?=",
            "=?utf-8?b?6YWN5L+h5LiN6IO9?=",
            "=?iso-8859-1?Q?Non_remis_=3A_votre_commande_r=E9gl=E9e?=",
            "Re: Your order",
            "");

    /** Its words look like a report, but the message that came back says them, not the server. */
    private static final String RETURNED = """
            Return-Path: <news@shop.example>
            Received: from app.shop.example (app.shop.example [192.0.2.10])
            \tby mta.shop.example with ESMTP id 4WzQ7; Tue, 3 Mar 2026 10:00:00 +0000
            From: Shop <news@shop.example>
            To: <zoe@example.com>
            Subject: Re: Undelivered Mail Returned to Sender
            Message-ID: <order-17@shop.example>
            Date: Tue, 3 Mar 2026 10:00:00 +0000

            You asked about this:
            <zoe@example.com>: host mx.example.com[203.0.113.44] said: 550 5.1.1 User unknown (in reply to RCPT TO command)
            zoe@example.com: 554 5.7.1 no
            Final-Recipient: rfc822; zoe@example.com
            Action: failed
            Diagnostic-Code: smtp; 550 5.1.1 zoe
            """;

    /** Others were reached, which is no news. */
    private static final String REACHED =
            "\nFinal-Recipient: rfc822; max@example.net\nAction: relayed\nStatus: 2.0.0\nDiagnostic-Code: smtp; 250 2.0.0 OK\n";

    private static final String FOOTER =
            "\n-- \nScanned for the shop. Questions to it@shop.example, ticket 550 5.7.1\n";

    static Generated of(Written form, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<Failure> failures = new Failures(random).next();
        String words = form.words(failures, random);
        Optional<String> fields = random.nextInt(3) > 0 ? form.fields(failures) : Optional.<String>empty();
        boolean parts = fields.isPresent() || random.nextInt(3) == 0;
        String body = parts
                ? report(words + (random.nextInt(5) == 0 ? FOOTER : ""), fields, random)
                : text(words + (random.nextBoolean() ? form.marker() + "\n" + RETURNED : ""), random);
        String message = Journey.of(head(form, failures, random) + body, random);
        return new Generated(
                message.getBytes(StandardCharsets.UTF_8),
                failures.stream().map(f -> form.told(f, fields.isPresent())).toList());
    }

    private static String head(Written form, List<Failure> failures, RandomGenerator random) {
        String subject = random.nextInt(3) > 0 ? form.subject() : SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        String named = failures.stream().map(Failure::recipient).collect(Collectors.joining(",\n  "));
        return "Return-Path: <>\nDate: Tue, 3 Mar 2026 10:00:05 +0000\nFrom: " + form.from()
                + (random.nextInt(4) == 0 ? "\nX-Failed-Recipients: " + named : "")
                + "\nTo: news@shop.example\nSubject: " + subject
                + "\nMessage-ID: <bounce-1@mta.shop.example>\nMIME-Version: 1.0\n";
    }

    private static String text(String words, RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> Encoded.part("text/html", html(words), random);
            case 1 ->
                "Content-Type: multipart/alternative; boundary=alternative\n\n--alternative\n"
                        + Encoded.part("text/plain", words, random) + "\n--alternative\n"
                        + Encoded.part("text/html", html(words), random) + "\n--alternative--\n";
            default -> Encoded.part("text/plain", words, random);
        };
    }

    private static String html(String words) {
        return "<html><head><title>Undeliverable</title><style>p {color: #550 }</style></head>\n<body><p>"
                + words.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("\n", "<br>\n")
                + "</p></body></html>";
    }

    private static String report(String words, Optional<String> fields, RandomGenerator random) {
        String boundary = List.of("B1/mta.shop.example", "=_1 2'3()+_,-./:=?4", "0".repeat(60))
                .get(random.nextInt(3));
        StringBuilder parts = new StringBuilder(
                        "Content-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"")
                .append(boundary)
                .append("\"\n\nThis is a MIME-encapsulated message.\n\n--" + boundary + "\n")
                .append(text(words, random));
        fields.ifPresent(f -> parts.append("\n--" + boundary + "\nContent-Type: message/delivery-status\n\n" + f
                + (random.nextInt(4) == 0 ? REACHED : "")));
        switch (random.nextInt(3)) {
            case 0 -> parts.append("\n--" + boundary + "\nContent-Type: message/rfc822\n\n" + RETURNED);
            case 1 ->
                parts.append("\n--" + boundary + "\nContent-Type: text/rfc822-headers\n\n"
                        + RETURNED.substring(0, RETURNED.indexOf("\n\n")) + "\n");
            default -> {}
        }
        return parts.append(random.nextInt(6) == 0 ? "" : "\n--" + boundary + "--\n")
                .toString();
    }
}
