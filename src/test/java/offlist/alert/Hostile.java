package offlist.alert;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Messages whose every text is a hostile one. Records are taken apart and put together again, so that a new field is
 * hostile without anybody thinking of it; what a type's own check refuses cannot arrive and stays as it was.
 */
final class Hostile {
    /** Stands in every hostile text: whoever shows the text shows this. */
    static final String MARK = "h0stile";

    /** Each short enough to be shown whole, and each in its own way more than text to somebody. */
    static final Map<String, String> TEXTS = texts();

    /** Each too long, too broad or nothing at all. */
    static final Map<String, String> SIZES = sizes();

    /** Ids are made by the program, and a resolver is an address that was read as one. */
    private static final Set<String> OURS = Set.of("id", "incident", "resolver");

    private Hostile() {}

    private static Map<String, String> texts() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "mentions",
                MARK + " <!channel> <!here|x> <@U024BE7LH> <#C024BE7LR> <!subteam^S1> @here (@everyone) x,@name");
        all.put(
                "Discord's marks",
                MARK + " <@1234> <@&1234> <#1234> <:e:1234> <t:1> @everyone ||x|| __x__ ~~x~~ \\*x*");
        all.put("emphasis", MARK + " *x* _x_ **x** ~x~ `x` ``x`` *" + MARK + "* _x *y* z_");
        all.put("emphasis at the start", "*x* `y` _z_ " + MARK);
        all.put("a half of a pair", "` * _ ** ~~ || " + MARK + " \\");
        all.put("links", MARK + " [x](https://evil.example/) <https://evil.example/|x> ](https://evil.example/) x|y");
        all.put("a quote", "> " + MARK);
        all.put("a longer quote", ">>> " + MARK);
        all.put("a heading", "# " + MARK);
        all.put("small print", "-# " + MARK);
        all.put("a bullet", "- " + MARK);
        all.put("a number", "1. " + MARK);
        all.put("fences", "```" + MARK + "``` ~~~");
        all.put("HTML", "<b>" + MARK + "</b> <img src=x onerror=alert(1)> </td></table><script>alert(1)</script> <!--");
        all.put("HTML in attributes", "\" onmouseover=\"alert(1)\" x='y' " + MARK + " ' > <a href=\"javascript:x\">");
        all.put("character references", MARK + " &lt;b&gt; &amp;lt; &#60; &nbsp &quot; &");
        all.put("templates", MARK + " {view.headline} {{ .x }} ${x} #{x} %s {0} {#if x}");
        all.put("lines", MARK + "\r\nBcc: all@evil.example\r\n\r\n<b>x</b>\n.\r\nMAIL FROM:<x@evil.example>");
        all.put("other lines", MARK + "\u2028> x\u2029- x\u0085# x\u000b1. x\fx\u0000\u0007\u001b[31mred");
        all.put("directions", MARK + "\u202Egpj.exe\u202C\u200F\u200E\u061C\u2066x\u2069\uFEFF\u200Bx\u00ADx\u180Ex");
        all.put("commands", MARK + " /start@bot (/stop) #tag (#tag $USD ($EUR) $(reboot) `reboot` ; x | y");
        all.put("JSON", MARK + "\",\"blocks\":[{\"type\":\"image\"}],\"x\":\"\\u003c!channel>\\");
        return all;
    }

    private static Map<String, String> sizes() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "ten kilobytes of everything",
                (String.join(" ", TEXTS.values()) + " ").repeat(12).substring(0, 10_240));
        all.put("what grows when it is escaped", "&<>\"*_`|~@#[]()\\".repeat(640));
        all.put("two halves for a character", "\uD83D\uDE00\uD83E\uDD84".repeat(2_560));
        all.put("half a character", "\uD83D".repeat(500));
        all.put("one long word", "x".repeat(10_240));
        all.put("nothing that is seen", "\u202E\u200B\u0000\u00AD");
        all.put("nothing", "");
        return all;
    }

    /** A harmless text of the same length. */
    static String tame(String text) {
        return text.replaceAll("(?s)[^A-Za-z0-9]", "x");
    }

    /** One of each kind, with pages and without. */
    static List<Message> kinds() {
        List<Message> all = new ArrayList<>(List.of(
                Messages.opened(),
                Messages.changed(),
                Messages.delisted(),
                Messages.left(),
                Gallery.linked(Messages.still()),
                Messages.several(),
                Messages.mad(),
                Gallery.linked(Messages.trouble()),
                Messages.digest(),
                Messages.goesOn()));
        all.addAll(ResolverMessages.all().values());
        return all;
    }

    /** What would be too much without any hostile text. */
    static List<Message> large() {
        Message several = Messages.several();
        List<Item> many = IntStream.range(0, 100)
                .mapToObj(i -> several.items())
                .flatMap(List::stream)
                .toList();
        return List.of(Gallery.threeHundred(), Messages.message(many, 7));
    }

    /** The same message with that text wherever there is one, of a thread of its own. */
    static Message with(Message message, String text, String thread) {
        return new Message(
                thread + "/" + message.id(),
                thread + "/" + message.thread(),
                message.receiver(),
                message.kind(),
                message.repeated(),
                message.at(),
                message.items().stream()
                        .map(item -> (Item) replaced(item, text))
                        .toList(),
                message.alsoOpen(),
                message.links());
    }

    private static Object replaced(Object value, String text) {
        return switch (value) {
            case String any -> text;
            case Optional<?> some -> some.map(each -> replaced(each, text));
            case SortedSet<?> set ->
                new TreeSet<>(set.stream().map(each -> replaced(each, text)).toList());
            case List<?> list -> list.stream().map(each -> replaced(each, text)).toList();
            case Record record -> rebuilt(record, text);
            default -> value;
        };
    }

    private static Record rebuilt(Record record, String text) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values =
                Arrays.stream(components).map(each -> read(record, each)).toArray();
        Record built = record;
        for (int i = 0; i < values.length; i++) {
            Object before = values[i];
            values[i] = OURS.contains(components[i].getName()) ? before : replaced(before, text);
            Optional<Record> next = build(record, components, values);
            values[i] = next.isPresent() ? values[i] : before;
            built = next.orElse(built);
        }
        return built;
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Record> build(Record record, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Optional.of(record.getClass().getDeclaredConstructor(types).newInstance(values));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
