package offlist.ticket;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import offlist.ticket.Preset.Find;
import offlist.ticket.Preset.Ids;
import offlist.ticket.Preset.Reading;
import offlist.ticket.Preset.Step;
import offlist.ticket.Preset.Take;

/** What is said to one system, request by request, after its preset. */
final class Dialogue {
    private static final int LONGEST_LINK = 1000;
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}";

    private final Caller caller;
    private final TicketSystem system;

    Dialogue(Caller caller, TicketSystem system) {
        this.caller = caller;
        this.system = system;
    }

    /** A ticket as the system names it. */
    record Ticket(String id, Optional<String> link) {}

    /**
     * What a look for something gave.
     *
     * @param answer of the last request
     */
    record Looked<T>(Answer answer, Optional<T> found) {}

    Answer create(Values values) {
        return caller.call(system, system.api().preset().create().call(), values);
    }

    /** The ticket that an answer to a creation names. */
    Optional<Ticket> created(JsonNode answer, Values values) {
        return ticket(answer, system.api().preset().create().ids(), values);
    }

    /** The ticket that has the key of the task, of several the oldest. */
    Looked<Ticket> find(Values values) {
        Find find = system.api().preset().find();
        Answer answer = new Answer.Refused("nothing was asked");
        for (int page = 1; page <= find.pages(); page++) {
            answer = caller.call(system, find.reading().call(), values.with("page", String.valueOf(page)));
            if (!(answer instanceof Answer.Taken taken)) {
                return new Looked<>(answer, Optional.empty());
            }
            List<JsonNode> items = items(taken.body(), find.reading().items());
            Optional<Ticket> oldest = items.stream()
                    .filter(item -> find.reading().where().holds(item, values::plain))
                    .flatMap(item -> ticket(item, find.ids(), values).stream())
                    .min(Comparator.comparingInt((Ticket ticket) -> ticket.id().length())
                            .thenComparing(Ticket::id));
            if (oldest.isPresent() || items.isEmpty()) {
                return new Looked<>(answer, oldest);
            }
        }
        return new Looked<>(answer, Optional.empty());
    }

    /** Makes a step of a change; what is done already is not done again. */
    Answer make(Step step, Values values) {
        if (step.check().isPresent()) {
            Looked<JsonNode> before = look(step.check().get(), values);
            if (before.found().isPresent() || !(before.answer() instanceof Answer.Taken)) {
                return before.answer();
            }
        }
        Optional<Answer> missing = step.take().flatMap(take -> take(take, values));
        if (missing.isPresent()) {
            return missing.get();
        }
        Answer answer = caller.call(system, step.call(), values);
        return answer instanceof Answer.Taken && step.confirm()
                ? step.check().map(check -> confirmed(check, values)).orElse(answer)
                : answer;
    }

    private Answer confirmed(Reading check, Values values) {
        Looked<JsonNode> after = look(check, values);
        return after.answer() instanceof Answer.Taken && after.found().isEmpty()
                ? new Answer.Refused("the system took the change and did not make it: is a right missing?")
                : after.answer();
    }

    /** Why what a request needs could not be read; empty when all is there. */
    private Optional<Answer> take(Take take, Values values) {
        Looked<JsonNode> looked = look(take.reading(), values);
        if (!(looked.answer() instanceof Answer.Taken)) {
            return Optional.of(looked.answer());
        }
        if (looked.found().isEmpty()) {
            return Optional.of(new Answer.Refused("the system offers no such change of the ticket"));
        }
        take.values()
                .forEach((name, at) ->
                        values.with(name, looked.found().get().at(at).asText()));
        return Optional.empty();
    }

    private Looked<JsonNode> look(Reading reading, Values values) {
        Answer answer = caller.call(system, reading.call(), values);
        Optional<JsonNode> found = answer instanceof Answer.Taken taken
                ? items(taken.body(), reading.items()).stream()
                        .filter(item -> reading.where().holds(item, values::plain))
                        .findFirst()
                : Optional.empty();
        return new Looked<>(answer, found);
    }

    private static List<JsonNode> items(JsonNode document, JsonPointer at) {
        JsonNode place = document.at(at);
        if (place.isMissingNode() || !place.isArray()) {
            return place.isMissingNode() ? List.of() : List.of(place);
        }
        List<JsonNode> items = new ArrayList<>();
        place.forEach(items::add);
        return items;
    }

    private Optional<Ticket> ticket(JsonNode node, Ids ids, Values values) {
        JsonNode id = node.at(ids.id());
        if (!id.isValueNode() || !id.asText().matches(ID)) {
            return Optional.empty();
        }
        Optional<String> pointed = ids.linkAt().map(at -> node.at(at).asText());
        Optional<String> built =
                ids.link().map(link -> values.with("id", id.asText()).url(link));
        return Optional.of(new Ticket(id.asText(), pointed.or(() -> built).filter(Dialogue::isAddress)));
    }

    static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return text.length() <= LONGEST_LINK
                    && uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
