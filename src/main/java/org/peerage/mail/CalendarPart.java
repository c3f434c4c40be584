package org.peerage.mail;

/// An iCalendar object that travels with a letter. `method` stands in the object and in the MIME type alike; where the
/// two differ, Outlook refuses it.
public record CalendarPart(String method, String text) {}
