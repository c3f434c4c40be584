package org.peerage.networks.directory;

import java.time.InstantSource;
import java.util.List;
import org.peerage.identity.People;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileChanged;
import org.peerage.rosters.Column;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people say about themselves in a network.
@Component
class Profiles {

    private static final List<Column> WORK = List.of(
            Column.ORGANISATION, Column.ROLE_TITLE, Column.INDUSTRY, Column.SUBINDUSTRY, Column.TAGS, Column.PLACE);

    private final ProfilePages pages;
    private final ProfileStore store;
    private final People people;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Profiles(
            ProfilePages pages,
            ProfileStore store,
            People people,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.pages = pages;
        this.store = store;
        this.people = people;
        this.events = events;
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
        return switch (form.parse(own.profile().facts(), List.of(Column.NAME), "networks.profile.wrong.name")) {
            case ProfileForm.Parsed.Invalid(var wrong) -> new Changing.Again(own.wrong(form, version, wrong));
            case ProfileForm.Parsed.Valid(var facts) -> changed(own, form, version, facts);
        };
    }

    private Changing changed(OwnProfilePage own, ProfileForm form, int version, LeaderFacts facts) {
        var profile = own.profile().id();
        if (!store.change(own.network().id(), profile, version, facts, clock.instant())) {
            return new Changing.Again(own.stale(form));
        }
        if (!facts.text(Column.NAME).equals(own.profile().facts().text(Column.NAME))) {
            people.rename(facts.text(Column.NAME));
        }
        if (WORK.stream()
                .anyMatch(column ->
                        !facts.text(column).equals(own.profile().facts().text(column)))) {
            events.publishEvent(new ProfileChanged(own.network().id(), profile));
        }
        return new Changing.Changed(ProfilePage.address(own.network(), profile));
    }
}
