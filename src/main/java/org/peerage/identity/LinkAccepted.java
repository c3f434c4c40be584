package org.peerage.identity;

import java.time.Instant;
import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// A person has taken up a personal link. Published inside the transaction that enrolled or bound them, so that the
/// module that issued the link can seat them in the same step. `kind` and `subject` are the issuer's own.
public record LinkAccepted(UUID link, String kind, UUID subject, PersonId person, String name, Instant at) {}
