package offlist.alert.email;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import offlist.alert.Message;
import offlist.alert.Outcome;
import offlist.alert.Sent;
import org.jboss.logging.Logger;

/**
 * Who has taken which mail, so that one whom the relay does not take gets it later and the others get it once. Forgotten at a
 * restart, after which the whole mail goes out again under the same Message-ID.
 *
 * <p>1. As long as nobody has a mail, its fate is that of the whole. 2. Once somebody has it, the others are tried again a
 * few times only: a full mailbox must not hold up what the others are still to be told. For several threads.
 */
final class Recipients {
    private static final Logger LOG = Logger.getLogger(Recipients.class);
    private static final int MOST_MAILS = 100;
    /** With the pauses between them some forty minutes, which outlasts greylisting. */
    private static final int MOST_TRIES = 10;

    private final Consumer<Sent> single;
    private final Map<String, Mail> mails = new LinkedHashMap<>();
    /** Those for whom all tries were in vain, until they take something again. */
    private final Set<String> hopeless = new HashSet<>();

    /** @param single hears of a recipient that is given up while others get the mail */
    Recipients(Consumer<Sent> single) {
        this.single = single;
    }

    private static final class Mail {
        private final Set<String> over = new HashSet<>();
        private boolean taken;
        private int tries;
    }

    synchronized List<String> left(String id, List<String> to) {
        Mail mail = mails.get(id);
        return mail == null
                ? to
                : to.stream()
                        .filter(recipient -> !mail.over.contains(recipient))
                        .toList();
    }

    /** What becomes of the whole, after an attempt for everybody who was left. */
    synchronized Outcome conclude(Message message, Map<String, Outcome> attempt) {
        Mail mail = mails.computeIfAbsent(message.id(), key -> new Mail());
        mail.taken |= attempt.containsValue(new Outcome.Delivered());
        mail.tries += mail.taken ? 1 : 0;
        Outcome whole = whole(mail, attempt);
        if (!(whole instanceof Outcome.GivenUp)) {
            attempt.forEach((recipient, outcome) -> note(mail, message, recipient, outcome));
        }
        if (whole instanceof Outcome.RetryLater) {
            bound();
        } else {
            mails.remove(message.id());
        }
        return whole;
    }

    private Outcome whole(Mail mail, Map<String, Outcome> attempt) {
        Optional<Outcome> later = attempt.entrySet().stream()
                .filter(each -> each.getValue() instanceof Outcome.RetryLater && !inVain(mail, each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return later.orElseGet(() -> mail.taken
                ? new Outcome.Delivered()
                : attempt.values().iterator().next());
    }

    private boolean inVain(Mail mail, String recipient) {
        return mail.taken && (mail.tries >= MOST_TRIES || hopeless.contains(recipient));
    }

    private void note(Mail mail, Message message, String recipient, Outcome outcome) {
        switch (outcome) {
            case Outcome.Delivered taken -> {
                mail.over.add(recipient);
                hopeless.remove(recipient);
            }
            case Outcome.GivenUp up -> giveUp(mail, message, recipient, up);
            case Outcome.RetryLater later -> {
                if (inVain(mail, recipient)) {
                    hopeless.add(recipient);
                    giveUp(mail, message, recipient, new Outcome.GivenUp(later.cause()));
                }
            }
        }
    }

    private void giveUp(Mail mail, Message message, String recipient, Outcome.GivenUp up) {
        mail.over.add(recipient);
        LOG.errorf(
                "mail given up for one of its recipients: to=%s message=%s cause=%s",
                recipient, message.id(), up.cause());
        single.accept(new Sent(message.receiver(), message.kind(), up));
    }

    private void bound() {
        if (mails.size() > MOST_MAILS) {
            mails.remove(mails.keySet().iterator().next());
        }
    }
}
