package offlist.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a form of a task's page holds. */
record TaskForm(Map<String, String> fields) {
    private static final int LONGEST = 4000;

    TaskForm {
        fields = Map.copyOf(fields);
    }

    static TaskForm read(Map<String, List<String>> form) {
        return new TaskForm(TaskRequest.KEYS.stream()
                .filter(key -> MutingPages.field(form, key).isPresent())
                .collect(Collectors.toMap(key -> key, key -> cut(MutingPages.needed(form, key)))));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    TaskRequest request() {
        return TaskRequest.of(key -> Optional.ofNullable(fields.get(key)), fields.containsKey("anyway"));
    }

    String author() {
        return fields.getOrDefault("author", "");
    }
}
