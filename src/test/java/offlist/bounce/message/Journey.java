package offlist.bounce.message;

import java.util.random.RandomGenerator;

/** What happens to a report on its way to us: passed on, stored in a mailbox, other line ends, more headers. */
final class Journey {
    private Journey() {}

    static String of(String message, RandomGenerator random) {
        String whole = random.nextInt(8) == 0 ? forwarded(message) : message;
        String traced = random.nextInt(3) == 0 ? traced(whole) : whole;
        String stored = random.nextInt(10) == 0 ? "From MAILER-DAEMON Tue Mar  3 10:00:05 2026\n" + traced : traced;
        return random.nextBoolean() ? stored.replace("\n", "\r\n") : stored;
    }

    private static String forwarded(String message) {
        return "From: Operator <operator@shop.example>\nTo: bounces@shop.example\nSubject: Fwd: what came back\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=outer\n\n--outer\nContent-Type: text/plain\n\nSee below.\n\n"
                + "--outer\nContent-Type: message/rfc822\n\n" + message + "\n--outer--\n";
    }

    private static String traced(String message) {
        return "Delivered-To: bounces@shop.example\nReceived: from mx9.example.com (mx9.example.com [203.0.113.99])\n"
                + "\tby in.shop.example; Tue, 3 Mar 2026 10:00:06 +0000\nX-Spam-Status: No, score=-1.9\n" + message;
    }
}
