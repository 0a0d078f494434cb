package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import offlist.delist.TaskAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskRequestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'{\"action\": \"dance\", \"author\": \"ann\"}'                                    | `action` is one of explain",
                "'{\"action\": \"look\"}'                                                          | `author` is missing",
                "'{\"action\": \"request\", \"author\": \"ann\", \"anyway\": \"yes\"}'             | `anyway` is true or false",
                "'{\"action\": \"request\", \"author\": \"ann\", \"how\": \"shout\"}'              | `how` is one of",
                "'{\"action\": \"waive\", \"author\": \"ann\", \"check\": \"ptr\", \"why\": \"x\"}' | `about` is missing",
            })
    void whatIsWrongIsSaid(String body, String sentence) {
        assertThatThrownBy(() -> TaskRequest.read(body)).hasMessageContaining(sentence);
    }

    @Test
    void textOfPeopleCannotPlayTricks() {
        TaskRequest request = TaskRequest.read(
                "{\"action\": \"note\", \"author\": \"a\\u202enn\\u0085\", \"note\": \"one\\ntwo\\u200bthree\"}");

        assertThat(request.author()).isEqualTo("a nn");
        assertThat(request.action()).isEqualTo(new TaskAction.Note("one two three"));
    }
}
