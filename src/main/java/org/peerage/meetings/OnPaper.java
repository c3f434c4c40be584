package org.peerage.meetings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.tenancy.PersonId;

/// One item of an agenda, for whoever prints it. It may not be kept yet: what it is about is known, it has no id.
///
/// @param startsAt of the meeting
/// @param way how its subject is worked on, if it has one
public record OnPaper(
        Circle circle,
        Instant startsAt,
        @Nullable UUID subject,
        @Nullable PersonId presenter,
        @Nullable String way) {}
