package org.peerage.selection;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages about prospects read.
@Component
class SelectionPages {

    private static final int MOST_FOUND = 10;

    private final ProspectStore store;
    private final PanelStore panels;
    private final Circles circles;
    private final Groups groups;
    private final Directory directory;
    private final Rooms rooms;
    private final List<Findings> findings;
    private final Deciding deciding;
    private final Talks talks;
    private final InstantSource clock;

    SelectionPages(
            ProspectStore store,
            PanelStore panels,
            Circles circles,
            Groups groups,
            Directory directory,
            Rooms rooms,
            List<Findings> findings,
            Deciding deciding,
            Talks talks,
            InstantSource clock) {
        this.store = store;
        this.panels = panels;
        this.circles = circles;
        this.groups = groups;
        this.directory = directory;
        this.rooms = rooms;
        this.findings = List.copyOf(findings);
        this.deciding = deciding;
        this.talks = talks;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    ProspectsPage list(GroupId group, String words, @Nullable ProfileId profile) {
        var circle = circles.inside(group);
        var all = store.in(group);
        var chosen = Optional.ofNullable(profile)
                .flatMap(directory::entry)
                .filter(entry -> entry.network().equals(circle.network()))
                .orElse(null);
        return new ProspectsPage(
                circle,
                today(circle),
                Ids.steady(
                        "prospect",
                        Acting.me(),
                        group,
                        all.stream()
                                .filter(one -> one.nominatedBy().equals(Acting.me()))
                                .count()),
                all,
                words,
                words.isBlank() ? List.of() : found(circle, words, all),
                chosen);
    }

    /// Nobody who sits here or whom somebody has named.
    private List<Directory.Entry> found(Circle circle, String words, List<Prospect> all) {
        var named = all.stream().map(Prospect::profile).filter(Objects::nonNull).collect(Collectors.toSet());
        return directory
                .search(
                        circle.network(),
                        words,
                        MOST_FOUND + named.size() + circle.people().size())
                .stream()
                .filter(entry -> !named.contains(entry.id())
                        && entry.person().filter(circle::seats).isEmpty())
                .limit(MOST_FOUND)
                .toList();
    }

    @Transactional(readOnly = true)
    ProspectPage prospect(GroupId group, ProspectId id) {
        var circle = circles.inside(group);
        var prospect = store.find(group, id).orElseThrow(NotFound::new);
        var notes = store.notes(id);
        var panel = panels.of(id);
        var texts = rooms.texts(
                circle.openRoom(),
                Stream.of(
                                Stream.of(id.value()),
                                notes.stream().map(ProspectStore.Note::id),
                                panel.stream().flatMap(one -> Optional.ofNullable(one.scorecard()).stream()))
                        .flatMap(ids -> ids)
                        .toList());
        var scorecards = new HashMap<PersonId, SealedView>();
        for (var one : panel) {
            var text = one.scorecard() == null ? null : texts.get(one.scorecard());
            if (text != null) {
                scorecards.put(one.person(), text);
            }
        }
        return new ProspectPage(
                circle,
                prospect,
                today(circle),
                texts.get(id.value()),
                store.application(id),
                notes.stream()
                        .flatMap(note -> Optional.ofNullable(texts.get(note.id())).stream()
                                .map(text -> new ProspectPage.Note(circle.nameOf(note.by()), note, text)))
                        .toList(),
                store.moves(id),
                panel,
                scorecards,
                prospect.ended() || prospect.sits()
                        ? List.of()
                        : findings.stream()
                                .flatMap(module -> module.panel(circle, prospect.candidate()).stream())
                                .toList(),
                new ProspectPage.Decision(
                        deciding.rule(group),
                        circle.chaired() && prospect.standing().next() == Act.INVITE
                                ? deciding.open(circle, prospect)
                                : List.of(),
                        prospect.standing().meets() ? deciding.missing(circle, prospect) : List.of(),
                        deciding.ballot(prospect)),
                talks.panel(circle, prospect),
                groups.terms(group).filter(CharterTerms::newcomersReadAll).isPresent(),
                Ids.steady("prospect-note", Acting.me(), id, notes.size()),
                List.of());
    }

    private LocalDate today(Circle circle) {
        return circle.day(clock.instant());
    }
}
