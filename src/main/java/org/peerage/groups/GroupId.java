package org.peerage.groups;

import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// A confidential circle of leaders.
public record GroupId(UUID value) {

    /// Of its page.
    public String address() {
        return "/groups/" + value;
    }

    /// Of the page of a member.
    public String member(PersonId person) {
        return address() + "/members/" + person;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
