package offlist.bounce.intake;

/**
 * How far a file has been read.
 *
 * @param file which file it is, whatever its name is by now
 * @param offset the byte after the last line taken
 */
record Position(String file, long offset) {}
