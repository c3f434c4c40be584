package org.peerage.networks.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The leaders of a network, as its members see them.
@Component
@Transactional(readOnly = true)
public class Directory {

    private static final int MOST_MEANT = 8;

    private final DirectoryStore store;

    Directory(DirectoryStore store) {
        this.store = store;
    }

    /// One leader. The name is empty until somebody has taken the seat; the page then says their role and organisation
    /// (message `networks.person.unnamed`).
    public record Entry(
            ProfileId id,
            NetworkId network,
            Optional<PersonId> person,
            String name,
            String organisation,
            String roleTitle,
            String industry,
            String stage,
            OptionalInt teamSize,
            String place) {

        /// Of the leader's own page.
        public String address() {
            return network.address() + "/directory/" + id;
        }

        public boolean named() {
            return !name.isEmpty();
        }
    }

    /// Whom somebody means by what they typed.
    public sealed interface Meant {

        record One(Entry entry) implements Meant {}

        /// The first of those who may be meant.
        record Several(List<Entry> some) implements Meant {}

        record Nobody() implements Meant {}
    }

    /// What there is to choose from when somebody narrows the directory down; the places are those of most leaders.
    public record Choices(List<String> industries, List<String> stages, List<String> places) {}

    public Choices choices(NetworkId network) {
        return store.choices(network);
    }

    /// All leaders that have all the words and are of that industry, stage and place, where these are given.
    public List<ProfileId> matching(NetworkId network, String words, String industry, String stage, String place) {
        return store.ids(network, new DirectoryQuery(words, industry, stage, Optional.empty(), place));
    }

    /// Tells the directory from what it was before: equal as long as no leader of it has changed, come or gone, and no
    /// wish with whom to sit that the acting person may see.
    public String edition(NetworkId network) {
        return store.edition(network);
    }

    public Optional<Entry> entry(ProfileId id) {
        return store.entry(id);
    }

    /// By words that match one leader only, or are the whole name or organisation of one.
    public Meant meant(NetworkId network, String typed) {
        var words = typed.strip();
        var found = words.isEmpty() ? List.<Entry>of() : search(network, words, MOST_MEANT);
        var exact = found.stream()
                .filter(entry -> entry.name().equalsIgnoreCase(words)
                        || entry.organisation().equalsIgnoreCase(words))
                .toList();
        if (found.size() == 1 || exact.size() == 1) {
            return new Meant.One((exact.size() == 1 ? exact : found).getFirst());
        }
        return found.isEmpty() ? new Meant.Nobody() : new Meant.Several(found);
    }

    /// A part of these leaders, in the order of their organisations.
    public List<Entry> entries(Collection<ProfileId> ids, int skipped, int most) {
        return store.entries(ids, skipped, most);
    }

    /// The first leaders that have all the words, in the order of their organisations.
    public List<Entry> search(NetworkId network, String words, int most) {
        return store.first(network, DirectoryQuery.words(words), most);
    }
}
