package org.peerage.meetings;

/// Where in a meeting an item belongs that no format has placed.
public enum Place {
    OPENING,
    BODY,
    CLOSING
}
