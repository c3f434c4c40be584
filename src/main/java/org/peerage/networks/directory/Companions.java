package org.peerage.networks.directory;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A leader, or a convener for them, says with whom they would like to sit, and takes it back.
@Component
class Companions {

    /// As many as a group of the usual size holds beside oneself; more would be no wish.
    static final int MOST = 11;

    private final ProfilePages pages;
    private final CompanionStore store;
    private final Directory directory;
    private final InstantSource clock;

    Companions(ProfilePages pages, CompanionStore store, Directory directory, InstantSource clock) {
        this.pages = pages;
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    sealed interface Wishing {

        record Kept() implements Wishing {}

        /// The page with what is wrong, and with those whom the typed words may mean.
        record Again(ProfilePage page) implements Wishing {}
    }

    /// @param picked the one who was chosen by id; otherwise the typed words say who
    @Transactional
    Wishing wish(NetworkId network, ProfileId profile, Optional<ProfileId> picked, String typed) {
        var page = tellable(network, profile);
        if (picked.isPresent()) {
            return wish(page, entry(network, picked.get()), typed);
        }
        return switch (directory.meant(network, typed)) {
            case Directory.Meant.One(var entry) -> wish(page, entry, typed);
            case Directory.Meant.Several(var some) -> again(page, typed, "several", some);
            case Directory.Meant.Nobody() -> again(page, typed, typed.isBlank() ? "empty" : "nobody", List.of());
        };
    }

    private Wishing wish(ProfilePage page, Directory.Entry other, String typed) {
        var profile = page.profile().id();
        if (profile.equals(other.id())) {
            return again(page, typed, "oneself", List.of());
        }
        var others = store.of(profile);
        if (others.size() >= MOST && !others.contains(other.id())) {
            return again(page, typed, "many", List.of());
        }
        store.add(page.network().id(), profile, other.id(), clock.instant());
        return new Wishing.Kept();
    }

    @Transactional
    void takeBack(NetworkId network, ProfileId profile, ProfileId other) {
        store.remove(tellable(network, profile).profile().id(), other);
    }

    /// The profile, where whoever acts may say this of it.
    private ProfilePage tellable(NetworkId network, ProfileId profile) {
        var page = pages.page(network, profile);
        if (page.wanted().isEmpty()) {
            throw new NotFound();
        }
        return page;
    }

    private Directory.Entry entry(NetworkId network, ProfileId picked) {
        return directory
                .entry(picked)
                .filter(entry -> entry.network().equals(network))
                .orElseThrow(NotFound::new);
    }

    private static Wishing again(ProfilePage page, String typed, String wrong, List<Directory.Suggestion> offered) {
        return new Wishing.Again(page.with(
                typed, new Message("networks.companions.wrong." + wrong, List.of(typed.strip(), MOST)), offered));
    }
}
