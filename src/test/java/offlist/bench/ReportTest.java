package offlist.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table, the JSON, and what is said of a wrong command line. */
class ReportTest {
    private static final Report REPORT = new Report(
            Map.of("processor", "a fast one"),
            List.of(
                    Figure.of("sweep", "rate", 1.234567, "ratio").wanted(Target.atLeast(1)),
                    Figure.of("memory", "at most", 300, "MB").wanted(Target.atMost(256)),
                    Figure.of("link", "adnshost", Double.NaN, "ms").noted("it is not here")));

    @Test
    void theTableShowsWhatIsMetMissedAndNotMeasured() {
        assertThat(REPORT.table()).isEqualTo("""
                        processor: a fast one

                        PART    MEASURED         VALUE  UNIT   TARGET  MET
                        sweep   rate              1.23  ratio  >= 1    met
                        memory  at most            300  MB     <= 256  MISSED
                        link    adnshost  not measured  ms

                        link, adnshost: it is not here
                        """);
    }

    @Test
    void theJsonHasFiguresAsTheyAreAndNullForWhatWasNotMeasured() throws Exception {
        JsonNode json = new ObjectMapper().readTree(REPORT.json());

        assertThat(json.at("/machine/processor").asText()).isEqualTo("a fast one");
        assertThat(json.at("/figures/0/value").asDouble()).isEqualTo(1.234567);
        assertThat(json.at("/figures/0/met").asBoolean()).isTrue();
        assertThat(json.at("/figures/1/met").asBoolean()).isFalse();
        assertThat(json.at("/figures/2/value").isNull()).isTrue();
        assertThat(json.at("/figures/2").has("met")).isFalse();
    }

    @Test
    void whatWasNotMeasuredMeetsNoTarget() {
        assertThat(Target.atMost(1).met(Double.NaN)).isFalse();
        assertThat(Target.atLeast(1).met(Double.NaN)).isFalse();
        assertThat(Target.exactly(0).met(Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0", "1 | 1", "0.0487 | 0.05", "12.345 | 12.3", "262144.4 | 262,144", "999.6 | 1000"})
    void figuresHaveTheDigitsThatCount(double value, String printed) {
        assertThat(Numbers.print(value)).isEqualTo(printed);
    }

    @Test
    void theMiddleOfSeveralIsTheirMedian() {
        assertThat(Numbers.median(3, 1, 100)).isEqualTo(3);
        assertThat(Numbers.median(4, 2)).isEqualTo(3);
        assertThat(Numbers.median()).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "swep | no part `swep`; there are sweep, link,",
                "--jsn x | Unknown option: '--jsn'",
                "--json /no/such/folder/x | no directory /no/such/folder"
            })
    void aWrongCommandLineIsOneSentenceAndMeasuresNothing(String arguments, String sentence) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exit = Bench.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments.split(" ", -1));

        assertThat(exit).isEqualTo(64);
        assertThat(err.toString()).hasLineCount(1).contains(sentence);
        assertThat(out.toString()).isEmpty();
    }
}
