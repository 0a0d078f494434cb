package offlist.web;

import offlist.journal.Journal;
import offlist.track.StatusBoard;

/** Where every answer comes from. */
record Sources(StatusBoard board, Journal journal, Setup setup, TaskShelf tasks, Checks checks) {}
