package org.peerage.networks.directory;

import java.util.List;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of the directory read. No page costs more in a large network than in a small one: a part of the list
/// begins where an index says, and nobody counts further than people do.
@Component
class DirectoryPages {

    private final Networks networks;
    private final DirectoryStore store;

    DirectoryPages(Networks networks, DirectoryStore store) {
        this.networks = networks;
        this.store = store;
    }

    @Transactional(readOnly = true)
    DirectoryPage page(NetworkId network, DirectoryQuery query) {
        return new DirectoryPage(results(network, query), store.choices(network));
    }

    @Transactional(readOnly = true)
    DirectoryPage.Results results(NetworkId network, DirectoryQuery query) {
        var found = networks.find(network).orElseThrow(NotFound::new);
        var search = store.search(network, query);
        var most = DirectoryQuery.PAGE + 1;
        if (query.after().isPresent()) {
            var some = store.after(search, query.after().get(), most);
            if (!some.isEmpty()) {
                return results(found, search, part(some), true, some.size() == most);
            }
        }
        if (query.before().isPresent()) {
            var some = store.before(search, query.before().get(), most);
            if (!some.isEmpty()) {
                return results(found, search, part(some).reversed(), some.size() == most, true);
            }
        }
        var some = store.first(search, most);
        return results(found, search, part(some), false, some.size() == most);
    }

    private static List<Directory.Entry> part(List<Directory.Entry> some) {
        return some.subList(0, Math.min(some.size(), DirectoryQuery.PAGE));
    }

    private DirectoryPage.Results results(
            Networks.Network network,
            DirectoryStore.Search search,
            List<Directory.Entry> leaders,
            boolean earlier,
            boolean later) {
        var all = !earlier && !later
                ? new DirectoryPage.Found(leaders.size(), false)
                : search.query()
                        .counted()
                        .map(choice -> new DirectoryPage.Found(store.leaders(network.id(), choice), false))
                        .orElseGet(() -> counted(store.count(search)));
        return new DirectoryPage.Results(network, search.query(), leaders, all, earlier, later);
    }

    private static DirectoryPage.Found counted(int leaders) {
        return new DirectoryPage.Found(
                Math.min(leaders, DirectoryStore.MOST_COUNTED), leaders > DirectoryStore.MOST_COUNTED);
    }
}
