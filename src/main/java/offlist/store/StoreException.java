package offlist.store;

import java.sql.SQLException;

/** The store failed; the message is one sentence for the operator. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static StoreException of(SQLException e) {
        return new StoreException(StoreFault.sentence(e), e);
    }
}
