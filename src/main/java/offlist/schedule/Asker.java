package offlist.schedule;

/** Makes the questions; whoever answers tells the {@link PollLoop} by {@link PollLoop#answered}. */
public interface Asker {
    void ask(Ask ask);
}
