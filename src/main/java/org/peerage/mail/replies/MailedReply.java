package org.peerage.mail.replies;

import java.util.List;
import org.peerage.tenancy.PersonId;

/// A calendar's reply as it came by mail. Nothing in it is proved: whoever knows somebody's address can write it.
///
/// @param from the address that it says it comes from
/// @param people who have named this address for themselves
/// @param calendar the iCalendar object, as it is
public record MailedReply(String from, List<PersonId> people, String calendar) {}
