package org.peerage.proposals.people;

import java.util.List;
import java.util.Map;
import org.peerage.networks.Networks;
import org.peerage.networks.directory.Directory;
import org.peerage.web.Message;

/// What is known about pairs of people in a network, and the form for one more.
///
/// @param offered for the two sides, whom the typed words may mean
record WishesPage(
        Networks.Network network,
        List<Wishes.Wish> wishes,
        WishForm form,
        Map<String, Message> wrong,
        Map<String, List<Directory.Suggestion>> offered) {

    String base() {
        return network.id().address() + "/proposals";
    }

    String value(String field) {
        return form.value(field);
    }

    List<Directory.Suggestion> offered(String side) {
        return offered.getOrDefault(side, List.of());
    }
}
