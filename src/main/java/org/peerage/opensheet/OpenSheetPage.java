package org.peerage.opensheet;

import java.net.URI;
import java.util.Optional;
import org.peerage.groups.Circle;

/// The open sheet as the group's people have it before them.
///
/// @param named whether whoever looks has agreed to be named on it
/// @param base where people reach this instance
/// @param canSpeak whether there is a room, and a chair in it to talk with
record OpenSheetPage(Circle circle, Optional<OpenSheet> sheet, boolean named, URI base, boolean canSpeak) {

    String action() {
        return OpenSheet.settings(circle.id());
    }

    /// The whole address, to be handed on.
    String address(OpenSheet shown) {
        return base.resolve(shown.address()).toString();
    }

    String list() {
        return base.resolve(OpenSheet.list(circle.network())).toString();
    }

    boolean publishes() {
        return circle.arranged() && canSpeak;
    }

    boolean isPublished() {
        return sheet.isPresent();
    }

    boolean isListed() {
        return sheet.filter(OpenSheet::listed).isPresent();
    }
}
