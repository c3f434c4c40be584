package org.peerage.networks.directory;

import java.time.InstantSource;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.NetworkId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people say about themselves in a network.
@Component
class Profiles {

    private final ProfilePages pages;
    private final ProfileStore store;
    private final InstantSource clock;

    Profiles(ProfilePages pages, ProfileStore store, InstantSource clock) {
        this.pages = pages;
        this.store = store;
        this.clock = clock;
    }

    sealed interface Changing {

        /// It is kept.
        ///
        /// @param to the page that shows it
        record Changed(String to) implements Changing {}

        /// What was typed, with what is wrong; or with what is stored now, where that has changed since it was read.
        record Again(OwnProfilePage page) implements Changing {}
    }

    /// @param version the one that was read
    @Transactional
    Changing change(NetworkId network, int version, ProfileForm form) {
        var own = pages.own(network);
        return switch (form.parse(own.profile().facts())) {
            case ProfileForm.Parsed.Invalid(var wrong) -> new Changing.Again(own.wrong(form, version, wrong));
            case ProfileForm.Parsed.Valid(var facts) -> changed(own, form, version, facts);
        };
    }

    private Changing changed(OwnProfilePage own, ProfileForm form, int version, LeaderFacts facts) {
        var profile = own.profile().id();
        return store.change(own.network().id(), profile, version, facts, clock.instant())
                ? new Changing.Changed(ProfilePage.address(own.network(), profile))
                : new Changing.Again(own.stale(form));
    }
}
