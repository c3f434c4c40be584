package org.peerage.selection;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;

/// What a candidate sees by their link: what the group is called, as their invitation will say, and times. No name, no
/// address, no id of anybody.
///
/// @param zone in which times are said
/// @param cancels what was picked is still to come
/// @param free times that can be picked
record TalkPage(String address, Talk talk, ZoneId zone, boolean cancels, List<Talk.Slot> free, Optional<Message> why) {

    /// What a browser says its zone is, if it is one.
    static Optional<ZoneId> zone(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The same as the panel sees it, beside the candidate.
    ///
    /// @param mine whoever looks is on the panel
    /// @param links whoever looks may make the link
    /// @param slots to come: free, or picked by this candidate
    /// @param url of the link just made; shown once
    record OfPanel(
            Circle circle,
            Prospect prospect,
            boolean mine,
            boolean links,
            Optional<Talk> talk,
            List<Talk.Slot> slots,
            TalkForm form,
            String url) {

        String address() {
            return prospect.address() + "/talk";
        }

        boolean own(Talk.Slot slot) {
            return slot.by().equals(Acting.me());
        }
    }
}
