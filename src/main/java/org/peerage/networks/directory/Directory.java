package org.peerage.networks.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// The leaders of a network, as its members see them, in the transaction of whoever asks.
@Component
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
        record Several(List<Suggestion> some) implements Meant {}

        record Nobody() implements Meant {}
    }

    /// Somebody who may be meant, with what tells them from a namesake.
    ///
    /// @param address by mail, where whoever asks may know it
    public record Suggestion(Entry entry, String address) {}

    /// What there is to choose from when somebody narrows the directory down; the places are those of most leaders.
    public record Choices(List<String> industries, List<String> stages, List<String> places) {}

    /// What several leaders have in common.
    public record Common(String value, long leaders) {}

    /// The industries, stages or places (`industry`, `stage`, `place`) of most leaders, most first.
    public List<Common> common(NetworkId network, String field, int most) {
        return store.common(network, field, most);
    }

    public Choices choices(NetworkId network) {
        return store.choices(network);
    }

    /// All leaders that have all the words and are of that industry, stage and place, where these are given.
    public List<ProfileId> matching(NetworkId network, String words, String industry, String stage, String place) {
        return store.ids(store.search(network, new DirectoryQuery(words, industry, stage, Optional.empty(), place)));
    }

    /// Tells the directory from what it was before: equal as long as no leader of it has changed, come or gone, and no
    /// wish with whom to sit that the acting person may see.
    public String edition(NetworkId network) {
        return store.edition(network);
    }

    public Optional<Entry> entry(ProfileId id) {
        return store.entry(id);
    }

    /// By words that are the whole name or organisation of one leader only, or else match one only. Nobody is taken for
    /// somebody of the same name.
    public Meant meant(NetworkId network, String typed) {
        var words = typed.strip();
        if (words.isEmpty()) {
            return new Meant.Nobody();
        }
        var search = store.search(network, DirectoryQuery.words(words));
        var called = store.called(search, words, MOST_MEANT);
        var found = called.isEmpty() ? store.first(search, MOST_MEANT) : called;
        return switch (found.size()) {
            case 0 -> new Meant.Nobody();
            case 1 -> new Meant.One(found.getFirst());
            default -> new Meant.Several(store.told(found));
        };
    }

    /// A part of these leaders, in the order of their organisations.
    public List<Entry> entries(Collection<ProfileId> ids, int skipped, int most) {
        return store.entries(ids, skipped, most);
    }

    /// The first leaders that have all the words, in the order of their organisations.
    public List<Entry> search(NetworkId network, String words, int most) {
        return store.first(store.search(network, DirectoryQuery.words(words)), most);
    }
}
