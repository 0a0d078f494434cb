package offlist.bounce.log;

import java.util.List;

/** Reads the lines of one log, in their order: what an earlier line says of a message counts for later ones. Not for threads. */
@FunctionalInterface
public interface LogReader {

    /** What the line tells: nothing, usually; something for each recipient at most. */
    List<LogLine> read(String line);
}
