package org.peerage.groups;

import java.time.Instant;
import org.peerage.tenancy.PersonId;

/// A member has signed a version of the group's charter.
public record CharterSigned(GroupId group, int version, PersonId person, Instant at) {}
