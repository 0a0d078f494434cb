package offlist.bench;

import java.util.List;

/** One measurement. What it starts, it ends; what it cannot measure, it says as a figure with a note. */
@FunctionalInterface
public interface Part {
    List<Figure> measure(Bed bed) throws Exception;
}
