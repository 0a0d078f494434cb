package offlist.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last stage of a Dockerfile, as far as ours uses the language: instructions in order, lists as JSON. */
record Dockerfile(List<String> lines) {
    static Dockerfile read(Path file) {
        try {
            List<String> lines = new ArrayList<>();
            for (String line :
                    Files.readString(file).replace("\\\n", "").lines().toList()) {
                if (line.startsWith("FROM ")) {
                    lines.clear();
                }
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line);
                }
            }
            return new Dockerfile(List.copyOf(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> all(String instruction) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1).strip())
                .toList();
    }

    String one(String instruction) {
        List<String> found = all(instruction);
        if (found.size() != 1) {
            throw new AssertionError(instruction + " stands " + found.size() + " times in the last stage");
        }
        return found.getFirst();
    }

    /** The JSON list of an instruction, which may follow other words. */
    List<String> words(String instruction) {
        String text = one(instruction);
        try {
            return new ObjectMapper().readValue(text.substring(text.indexOf('[')), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        for (String line : all("ENV")) {
            environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return environment;
    }
}
