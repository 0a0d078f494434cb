package offlist.bounce.message;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Three generations: {@code #550 … ##} behind the server's name, and sentences with the reply between quotes. */
final class ExchangeWritten implements Written {
    private static final List<String> HELLO = List.of(
            "Delivery has failed to these recipients or groups:\n\n",
            "Fehler bei der Nachrichtenzustellung an folgende Empf\u00e4nger oder Gruppen:\n\n",
            "\u00c9chec de la remise \u00e0 ces destinataires ou groupes :\n\n");
    private static final List<String> FOR_ADMINISTRATORS = List.of(
            "Diagnostic information for administrators:",
            "Diagnoseinformationen f\u00fcr Administratoren:",
            "Informations de diagnostic pour les administrateurs\u00a0:");

    @Override
    public String from() {
        return "Microsoft Outlook <postmaster@shop.example>";
    }

    @Override
    public String subject() {
        return "Undeliverable: Your order";
    }

    @Override
    public String words(List<Failure> failures, RandomGenerator random) {
        int language = random.nextInt(HELLO.size());
        int generation = random.nextInt(3);
        StringBuilder text = new StringBuilder(HELLO.get(language));
        failures.forEach(f -> text.append(f.recipient())
                .append("<mailto:" + f.recipient()
                        + ">\nYour message wasn't delivered because of security policies.\n\n"));
        text.append(FOR_ADMINISTRATORS.get(language)).append("\n\nGenerating server: ex1.shop.example\n\n");
        for (Failure f : failures) {
            text.append(f.recipient() + "\n" + said(f, generation) + "\n\n");
        }
        return text.toString();
    }

    private static String said(Failure failure, int generation) {
        return switch (generation) {
            case 0 -> failure.host() + " #" + failure.words() + " ##";
            case 1 -> failure.host() + "\nRemote Server returned '" + failure.words() + "'";
            default -> "Remote Server at " + failure.host() + " returned '" + failure.words() + "'";
        };
    }

    @Override
    public String marker() {
        return "Original message headers:\n";
    }

    @Override
    public Optional<String> fields(List<Failure> failures) {
        StringBuilder fields = new StringBuilder("Reporting-MTA: dns;ex1.shop.example\n"
                + "Received-From-MTA: dns;app.shop.example\nArrival-Date: Tue, 3 Mar 2026 10:00:00 +0000\n");
        for (Failure failure : failures) {
            fields.append(
                    "\nFinal-Recipient: rfc822;%s\nAction: failed\nStatus: %s\nDiagnostic-Code: smtp;%s\nRemote-MTA: dns;%s\nX-Display-Name: Ann\n"
                            .formatted(failure.recipient(), failure.status(), failure.words(), failure.host()));
        }
        return Optional.of(fields.toString());
    }

    @Override
    public String told(Failure failure, boolean fields) {
        return Lines.of(
                Optional.of(failure.recipient()),
                Optional.of(failure.host()),
                Optional.empty(),
                fields ? Optional.of(failure.status()) : Optional.empty(),
                failure.words());
    }
}
