package org.peerage.selection;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.peerage.web.Name;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Naming somebody, and every step until they have settled in. Who may do what is decided here and nowhere else.
@Component
class Prospects {

    static final List<Message> ELSEWHERE = List.of(Message.of("selection.problem.elsewhere"));
    static final List<Message> ERASED = List.of(Message.of("selection.erased"));

    private final ProspectStore store;
    private final PanelStore panels;
    private final Circles circles;
    private final Groups groups;
    private final Networks networks;
    private final Directory directory;
    private final Rooms rooms;
    private final Deciding deciding;
    private final SelectionNotices notices;
    private final InstantSource clock;

    Prospects(
            ProspectStore store,
            PanelStore panels,
            Circles circles,
            Groups groups,
            Networks networks,
            Directory directory,
            Rooms rooms,
            Deciding deciding,
            SelectionNotices notices,
            InstantSource clock) {
        this.store = store;
        this.panels = panels;
        this.circles = circles;
        this.groups = groups;
        this.networks = networks;
        this.directory = directory;
        this.rooms = rooms;
        this.deciding = deciding;
        this.notices = notices;
        this.clock = clock;
    }

    /// Somebody of the directory, or somebody typed in.
    record Named(@Nullable ProfileId profile, String name, String organisation, String roleTitle) {

        static Named typed(String name, String organisation, String roleTitle) {
            return new Named(null, name.strip(), organisation.strip(), roleTitle.strip());
        }
    }

    /// By any member; whoever names somebody looks after them until another does.
    @Transactional
    void nominate(GroupId group, Named named, boolean asked, SealedInput sealed) {
        var circle = circles.inside(group);
        var words = sealed.only(SelectionTexts.WHY);
        if (!words.about().equals(words.id())) {
            throw new RoomRefused("text-missing");
        }
        var entry = Optional.ofNullable(named.profile())
                .map(profile -> directory
                        .entry(profile)
                        .filter(one -> one.network().equals(circle.network()))
                        .orElseThrow(NotFound::new));
        if (entry.flatMap(Directory.Entry::person).filter(circle::seats).isPresent()) {
            throw new RoomRefused("prospect-sits");
        }
        if (entry.isEmpty() && !typed(named)) {
            throw new RoomRefused("prospect-who");
        }
        var standing = asked ? Standing.APPLIED : Standing.NOMINATED;
        var now = clock.instant();
        var prospect = new Prospect(
                new ProspectId(words.id()),
                group,
                named.profile(),
                entry.map(Directory.Entry::name).orElse(named.name()),
                entry.map(Directory.Entry::organisation).orElse(named.organisation()),
                entry.map(Directory.Entry::roleTitle).orElse(named.roleTitle()),
                standing,
                standing,
                Acting.me(),
                Acting.me(),
                now,
                due(circle, standing),
                null,
                false);
        if (store.find(group, prospect.id()).isEmpty() && known(prospect)) {
            throw new RoomRefused("prospect-already");
        }
        if (rooms.put(circle.openRoom(), List.of(words))) {
            if (!store.add(
                    prospect, circle, entry.flatMap(Directory.Entry::person).orElse(null))) {
                throw new RoomRefused("prospect-already");
            }
            store.moved(Ids.next(), prospect.id(), standing, now);
        }
    }

    private static boolean typed(Named named) {
        return Name.accepts(named.name(), 120)
                && (named.organisation().isEmpty() || Name.accepts(named.organisation(), 200))
                && (named.roleTitle().isEmpty() || Name.accepts(named.roleTitle(), 120));
    }

    /// Whom somebody has named before; whoever has become a member and left may be named again.
    private boolean known(Prospect one) {
        return store.in(one.group()).stream()
                .filter(other -> other.standing() != Standing.MEMBER)
                .anyMatch(other -> one.profile() != null
                        ? one.profile().equals(other.profile())
                        : one.name().equalsIgnoreCase(other.name())
                                && one.organisation().equalsIgnoreCase(other.organisation()));
    }

    /// Why it was not done; nothing where it was.
    ///
    /// @param seen where the prospect stood on the page
    @Transactional
    List<Message> act(GroupId group, ProspectId id, Act act, Standing seen) {
        var circle = circles.inside(group);
        var prospect = take(group, id);
        if (prospect.standing() != seen) {
            return ELSEWHERE;
        }
        if (prospect.erased() && act != Act.DECLINE) {
            return ERASED;
        }
        demand(prospect.lets(act, circle, deciding.rule(group)) && act != Act.ASK_PANEL);
        var open = switch (act) {
            case INVITE -> deciding.against(circle, prospect);
            case CALL_BALLOT -> deciding.missing(circle, prospect);
            default -> List.<Message>of();
        };
        if (!open.isEmpty()) {
            return open;
        }
        var against = act == Act.INVITE ? invite(circle, prospect) : List.<Message>of();
        if (!against.isEmpty()) {
            // Nobody stands in the directory for having been refused a seat.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return against;
        }
        if (act == Act.DECLINE && prospect.standing() == Standing.INVITED && prospect.profile() != null) {
            groups.takeBack(group, prospect.profile());
        }
        move(circle, prospect, act);
        return List.of();
    }

    /// By the chair: a seat, and where they were typed in, a place in the directory of the network first.
    private List<Message> invite(Circle circle, Prospect prospect) {
        var profile = Optional.ofNullable(prospect.profile())
                .filter(one -> directory.entry(one).isPresent())
                .orElseGet(() -> networks.introduce(
                        circle.network(), prospect.name(), prospect.organisation(), prospect.roleTitle()));
        store.invited(prospect.id(), profile);
        return groups.offer(circle.id(), profile);
    }

    /// Who meets them. The first time it is a step; later it changes who is still to meet them.
    @Transactional
    List<Message> panel(GroupId group, ProspectId id, Set<PersonId> people) {
        var circle = circles.inside(group);
        var prospect = take(group, id);
        var first = prospect.standing() == Standing.SCREENED;
        if (!first && !prospect.standing().meets()) {
            return ELSEWHERE;
        }
        demand(prospect.lookedAfter(circle));
        if (prospect.erased()) {
            return ERASED;
        }
        var done = panels.of(id).stream()
                .filter(PanelStore.Panelist::done)
                .map(PanelStore.Panelist::person)
                .collect(Collectors.toSet());
        var all = new HashSet<>(people);
        all.addAll(done);
        if (all.size() < 2
                || all.size() > 3
                || !people.stream()
                        .allMatch(person ->
                                circle.sitter(person).filter(Prospects::mayMeet).isPresent())) {
            return List.of(Message.of("selection.problem.no-panel"));
        }
        panels.replace(id, people);
        if (first) {
            move(circle, prospect, Act.ASK_PANEL);
        }
        notices.onPanel(
                prospect,
                circle,
                people.stream().filter(person -> !done.contains(person)).toList());
        return List.of();
    }

    /// The chair reads the scorecards of others and gives none.
    static boolean mayMeet(Circle.Sitter sitter) {
        return sitter.inRoom() && !sitter.chairs();
    }

    private void move(Circle circle, Prospect prospect, Act act) {
        var to = act.after(prospect.standing(), prospect.before()).orElseThrow(NotFound::new);
        var now = clock.instant();
        deciding.takeBack(prospect);
        store.move(prospect, to, now, due(circle, to));
        store.moved(Ids.next(), prospect.id(), to, now);
        if (Standing.ENDED.contains(to)) {
            store.forgetApplication(prospect.id());
        }
        notices.moved(prospect, circle, to);
    }

    /// To somebody in the room, by whoever has it or the chair.
    @Transactional
    void giveTo(GroupId group, ProspectId id, PersonId owner, LocalDate due) {
        var circle = circles.inside(group);
        var prospect = take(group, id);
        demand(!prospect.ended()
                && prospect.lookedAfter(circle)
                && circle.sitter(owner).filter(Circle.Sitter::inRoom).isPresent());
        store.giveTo(id, owner, due);
        if (!owner.equals(prospect.owner())) {
            notices.owned(prospect, circle, owner);
        }
    }

    /// What a member thinks, for the others in the room.
    @Transactional
    void note(GroupId group, ProspectId id, SealedInput sealed) {
        var circle = circles.inside(group);
        demand(!find(group, id).sits());
        var words = sealed.only(SelectionTexts.NOTE);
        if (!words.about().equals(id.value())) {
            throw new RoomRefused("text-missing");
        }
        if (rooms.put(circle.openRoom(), List.of(words))) {
            store.note(words.id(), id, clock.instant());
        }
    }

    /// By whoever was asked to meet them, once, for the chair and themselves.
    @Transactional
    void score(GroupId group, ProspectId id, SealedInput sealed) {
        var circle = circles.inside(group);
        var prospect = take(group, id);
        var words = sealed.only(SelectionTexts.SCORECARD);
        var mine = panels.of(id).stream()
                .filter(one -> one.person().equals(Acting.me()))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (words.id().equals(mine.scorecard())) {
            return;
        }
        demand(!mine.done() && prospect.standing().meets());
        if (!panels.areMineAndTheChairs(circle.openRoom(), words.readers())) {
            throw new RoomRefused("no-reader");
        }
        if (rooms.put(circle.openRoom(), List.of(words))) {
            panels.give(id, Acting.me(), words.id());
            notices.scored(prospect);
        }
    }

    private Prospect find(GroupId group, ProspectId id) {
        return store.find(group, id).orElseThrow(NotFound::new);
    }

    private Prospect take(GroupId group, ProspectId id) {
        return store.take(group, id).orElseThrow(NotFound::new);
    }

    private @Nullable LocalDate due(Circle circle, Standing standing) {
        return standing.due(circle.day(clock.instant()));
    }

    private static void demand(boolean allowed) {
        if (!allowed) {
            throw new NotFound();
        }
    }
}
