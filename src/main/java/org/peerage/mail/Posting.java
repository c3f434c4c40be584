package org.peerage.mail;

/// What became of a letter that was posted.
public enum Posting {
    ON_ITS_WAY,
    POSTED_BEFORE,
    /// The person has named no address: they will not hear by mail.
    NO_ADDRESS,
    /// The person wants none of this sort.
    SWITCHED_OFF
}
