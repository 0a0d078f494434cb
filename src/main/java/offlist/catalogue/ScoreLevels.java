package offlist.catalogue;

import java.util.Optional;
import offlist.yaml.YamlMap;

/**
 * From where on a score is good or poor, where somebody has said so. All lists count upwards: more is better.
 *
 * @param poor what is below is poor
 * @param good what is not below is good
 */
public record ScoreLevels(Optional<Integer> poor, Optional<Integer> good) {

    private static final int LARGEST = 1000;

    /** Nobody has said so. */
    public static ScoreLevels none() {
        return new ScoreLevels(Optional.empty(), Optional.empty());
    }

    static ScoreLevels read(YamlMap section) {
        Optional<Integer> poor = section.integer("poor", -LARGEST, LARGEST);
        Optional<Integer> good = section.integer("good", -LARGEST, LARGEST);
        if (poor.isPresent() && good.isPresent() && good.get() < poor.get()) {
            section.problem("good", "a score that is good is not below `poor`, which is " + poor.get());
        }
        section.done();
        return new ScoreLevels(poor, good);
    }

    /** The word for a score: {@code poor}, {@code good}, or nothing. */
    public Optional<String> word(int score) {
        if (poor.filter(limit -> score < limit).isPresent()) {
            return Optional.of("poor");
        }
        return good.filter(limit -> score >= limit).map(limit -> "good");
    }
}
