package offlist.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import offlist.journal.PoolHistory.Changes;
import offlist.pool.IpRange;
import offlist.pool.Target;

/** Writes addresses as they are made, so that only one of them is in memory. */
final class AllowWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private AllowWriter() {}

    static void text(AllowList list, OutputStream out) throws IOException {
        Iterator<String> lines = new Texts<>(list.addresses(), Target::text);
        lines(lines, out);
    }

    static void cidr(AllowList list, OutputStream out) throws IOException {
        lines(list.networks().map(IpRange::cidr).iterator(), out);
    }

    static void json(AllowList list, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("pool", list.name().value());
            time(json, "changedAt", list.changedAt());
            json.writeNumberField("v4", list.count().v4());
            json.writeNumberField("v6", list.count().v6());
            array(json, "cidrs", list.networks().map(IpRange::cidr).iterator());
            array(json, "addresses", new Texts<>(list.addresses(), Target::text));
            json.writeEndObject();
        }
    }

    static void json(AllowList list, Instant since, Changes.Known changes, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("pool", list.name().value());
            json.writeStringField("since", since.toString());
            time(json, "changedAt", list.changedAt());
            array(json, "added", texts(changes.added()));
            array(json, "removed", texts(changes.removed()));
            json.writeEndObject();
        }
    }

    /** As a patch shows it: what came with a plus, what went with a minus. */
    static void text(Changes.Known changes, OutputStream out) throws IOException {
        try (Writer writer = writer(out)) {
            for (Target added : changes.added()) {
                writer.append('+').append(added.text()).append('\n');
            }
            for (Target removed : changes.removed()) {
                writer.append('-').append(removed.text()).append('\n');
            }
        }
    }

    static void lines(Iterator<String> lines, OutputStream out) throws IOException {
        try (Writer writer = writer(out)) {
            while (lines.hasNext()) {
                writer.append(lines.next()).append('\n');
            }
        }
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    private static Iterator<String> texts(Collection<? extends Target> targets) {
        return targets.stream().map(Target::text).iterator();
    }

    private static void time(JsonGenerator json, String name, Optional<Instant> time) throws IOException {
        json.writeFieldName(name);
        if (time.isPresent()) {
            json.writeString(time.get().toString());
        } else {
            json.writeNull();
        }
    }

    private static void array(JsonGenerator json, String name, Iterator<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        while (texts.hasNext()) {
            json.writeString(texts.next());
        }
        json.writeEndArray();
    }

    /** The texts of what an iterator yields. */
    private record Texts<T>(Iterator<T> each, Function<T, String> text) implements Iterator<String> {
        @Override
        public boolean hasNext() {
            return each.hasNext();
        }

        @Override
        public String next() {
            return text.apply(each.next());
        }
    }
}
