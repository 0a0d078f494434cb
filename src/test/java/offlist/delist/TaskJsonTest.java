package offlist.delist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class TaskJsonTest {
    @Test
    void aPlanIsReadAsItWasKept() {
        RemovalPlan plan = TaskSamples.open().plan();

        assertThat(TaskJson.plan(TaskJson.plan(plan).toString())).isEqualTo(plan);
    }

    @Test
    void aPlanThatWasKeptWithAnAddressIsStillRead() {
        RemovalPlan plan = TaskSamples.open().plan();
        ObjectNode old = TaskJson.plan(plan).put("mail", "removals@list.example");

        assertThat(TaskJson.plan(old.toString())).isEqualTo(plan);
        assertThat(TaskJson.plan(old.putNull("mail").toString())).isEqualTo(plan);
    }
}
