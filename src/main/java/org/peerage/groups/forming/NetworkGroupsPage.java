package org.peerage.groups.forming;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.peerage.networks.Networks;

/// A part of the list of a network's groups; `page` counts from 1.
record NetworkGroupsPage(Networks.Network network, NetworkGroupStore.Lines groups, String words, int page) {

    static final int LINES = 50;

    int pages() {
        return Math.max(1, (groups.all() + LINES - 1) / LINES);
    }

    /// Searching pays only where not all can be seen at once.
    boolean searched() {
        return pages() > 1 || !words.isBlank();
    }

    String address(int other) {
        return "/networks/" + network.id() + "/groups?page=" + other + "&q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /// All of them with their seats, as a file of this ending.
    String file(String ending) {
        return "/networks/" + network.id() + "/groups." + ending;
    }
}
