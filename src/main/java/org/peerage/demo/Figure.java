package org.peerage.demo;

import org.peerage.tenancy.PersonId;

/// A fictional person: their part, the words that open their keys, and the page they start from.
record Figure(PersonId person, int position, String name, String part, String words, String startAt) {

    @Override
    public String toString() {
        return name;
    }
}
