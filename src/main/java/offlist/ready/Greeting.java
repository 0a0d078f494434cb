package offlist.ready;

import java.util.ArrayList;
import java.util.List;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.smtp.SmtpReply;

/** How a server introduces itself. */
final class Greeting {
    private Greeting() {}

    /** RFC 5321 section 4.2: the greeting begins with the server's name. RFC 3207: STARTTLS is offered by EHLO. */
    static Finding of(IpAddress address, SmtpReply banner, SmtpReply hello, List<DomainName> helo) {
        String word = banner.lines().getFirst().split(" ", 2)[0];
        List<String> faults = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        boolean named = DomainName.tryParse(word)
                .filter(name -> helo.isEmpty() ? name.text().contains(".") : helo.contains(name))
                .isPresent();
        if (!named) {
            faults.add(helo.isEmpty() ? "it does not begin with a full host name" : "it names none of the HELO names");
            remedies.add("Let the server greet with the name that it says HELO with");
        }
        if (!hello.offers("STARTTLS")) {
            faults.add("STARTTLS is not offered");
            remedies.add("Switch on STARTTLS (RFC 3207)");
        }
        String evidence = "The server at " + address + " greets with " + banner.shown();
        return faults.isEmpty()
                ? Finding.good(Check.GREETING, address, evidence + " and offers STARTTLS.")
                : Finding.bad(
                        Check.GREETING,
                        address,
                        evidence + ": " + String.join(", ", faults) + ".",
                        String.join(". ", remedies) + ".");
    }
}
