package org.peerage.web;

import java.util.Optional;

/// What everybody is told at the head of every page, as long as it is so; a bean of whichever module knows it. It is
/// asked for each page, so it remembers its answer.
public interface Announcement {

    Optional<Message> announced();
}
