package org.peerage.database;

/// The database cannot be used as it is. The message is one sentence for the operator: what is wrong, which variable
/// or folder it concerns, what to do. It never carries a password.
public final class DatabaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseRefused(String sentence) {
        super(sentence);
    }

    public DatabaseRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
