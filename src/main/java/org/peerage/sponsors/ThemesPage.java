package org.peerage.sponsors;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// The themes of a group, for its members.
///
/// @param sponsored what of this group somebody reads from outside: itself, its network
/// @param typed by a chair whose words could not be taken
record ThemesPage(Circle circle, List<Sponsored> sponsored, List<Line> lines, String typed, Optional<Message> why) {

    /// @param ballot for those who may vote in it
    record Line(Theme theme, Optional<Link> ballot) {}

    static String address(GroupId group) {
        return group.address() + "/themes";
    }

    String address() {
        return address(circle.id());
    }

    LocalDate day(Theme theme) {
        return circle.day(theme.askedAt());
    }
}
