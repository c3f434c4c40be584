package org.peerage.groups.forming;

import java.util.List;
import java.util.Map;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.directory.Directory;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The groups of a network as far as the acting person may see them: all for a convener, their own for everybody else.
@Component
class NetworkGroups {

    private final Networks networks;
    private final NetworkGroupStore store;
    private final Directory directory;

    NetworkGroups(Networks networks, NetworkGroupStore store, Directory directory) {
        this.networks = networks;
        this.store = store;
        this.directory = directory;
    }

    /// Everybody of a small network is proposed, and whoever forms the group to lead it: a list to strike from is
    /// quicker than one to search for.
    @Transactional(readOnly = true)
    FormingPage forming(NetworkId id) {
        var all = directory.search(id, "", FormingPage.MOST_AT_ONCE + 1);
        var few = all.size() > FormingPage.MOST_AT_ONCE ? List.<Directory.Entry>of() : all;
        var own = few.stream()
                .filter(entry -> entry.person().filter(Acting.me()::equals).isPresent())
                .map(Directory.Entry::id)
                .findFirst();
        return new FormingPage(id, few, own, FormingForm.of(few, own), Map.of(), List.of());
    }

    /// By name; only those whose name has the words in it.
    @Transactional(readOnly = true)
    NetworkGroupsPage named(NetworkId network, String words, int page) {
        var found = networks.find(network).orElseThrow(NotFound::new);
        return new NetworkGroupsPage(
                found, store.named(network, words, page, NetworkGroupsPage.LINES), words.strip(), page);
    }
}
