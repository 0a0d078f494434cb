package offlist.reply;

import java.util.List;
import offlist.reply.Sample.Expected;
import offlist.yaml.YamlMap;

/** Reads a sample: a text, where it came from, and what it has to give. What is left out has to be absent. */
final class SampleReader {
    private SampleReader() {}

    static Sample read(YamlMap map) {
        Reply reply = new Reply(
                map.text("text"), map.optionalText("host"), map.optionalText("recipient"), map.optionalText("status"));
        map.needs("gives");
        YamlMap gives = map.section("gives");
        Sample sample = new Sample(reply, expected(gives));
        gives.done();
        map.done();
        return sample;
    }

    private static Expected expected(YamlMap gives) {
        gives.needs("class");
        RefusalClass refusalClass = RulingReader.word(gives, "class", RefusalClass.class, RefusalClass::label)
                .orElse(RefusalClass.OTHER);
        return new Expected(
                refusalClass,
                gives.bool("relevant", refusalClass.usuallyRelevant()),
                gives.bool("temporary", false),
                gives.bool("fault", false),
                gives.optionalText("operator"),
                gives.texts("lists"),
                gives.optionalText("code"),
                List.copyOf(gives.texts("addresses")));
    }
}
