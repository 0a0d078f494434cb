package offlist.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a form of a task's page holds. */
record TaskForm(Map<String, String> fields) {
    private static final int LONGEST = 4000;
    private static final String MAIL = "mail";
    private static final String SEND = "send";

    TaskForm {
        fields = Map.copyOf(fields);
    }

    static TaskForm read(Map<String, List<String>> form) {
        return new TaskForm(Stream.concat(TaskRequest.KEYS.stream(), Stream.of(SEND))
                .filter(key -> MutingPages.field(form, key).isPresent())
                .collect(Collectors.toMap(key -> key, key -> cut(MutingPages.needed(form, key)))));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    TaskRequest request() {
        return TaskRequest.of(key -> Optional.ofNullable(fields.get(key)), fields.containsKey("anyway"));
    }

    /** Whether it is about the request as a mail, which is no action of the task by itself. */
    boolean mail() {
        return MAIL.equals(fields.get("action"));
    }

    /** Else the mail is only to be shown. */
    boolean send() {
        return fields.containsKey(SEND);
    }

    String author() {
        return fields.getOrDefault("author", "");
    }
}
