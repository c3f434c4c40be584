package org.peerage.learnings;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Asking somebody to tell again of what they learned or once said, and answering that; of those who have agreed.
@Component
class Askings {

    /// Texts that a page opens to look for related words in.
    private static final int MOST = 200;

    private final AskingStore store;
    private final LearningStore learnings;
    private final Circles circles;
    private final Rooms rooms;
    private final LearningNotices notices;
    private final InstantSource clock;

    Askings(
            AskingStore store,
            LearningStore learnings,
            Circles circles,
            Rooms rooms,
            LearningNotices notices,
            InstantSource clock) {
        this.store = store;
        this.learnings = learnings;
        this.circles = circles;
        this.rooms = rooms;
        this.notices = notices;
        this.clock = clock;
    }

    /// What may suit a topic, and who may be asked about it.
    ///
    /// @param learning null where it is an issue
    record Known(@Nullable Learning learning, UUID about, SealedView text, List<Person> people) {}

    /// @param asking that whoever looks has asked them of it
    record Person(PersonId id, String name, @Nullable Asking asking) {}

    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    boolean agreed(Circle circle) {
        return store.agreed(circle.id()).contains(Acting.me());
    }

    /// How often whoever acts has agreed to tell again.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    int told(Circle circle) {
        return (int) store.in(circle.id()).stream()
                .filter(one -> one.asked().equals(Acting.me()) && Boolean.TRUE.equals(one.yes()))
                .count();
    }

    /// What whoever acts was asked and has not answered.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<LearningsPage.Asked> open(Circle circle) {
        var open = store.in(circle.id()).stream()
                .filter(one -> one.asked().equals(Acting.me()) && one.yes() == null)
                .toList();
        return open.stream().flatMap(one -> asked(circle, one).stream()).toList();
    }

    private List<LearningsPage.Asked> asked(Circle circle, Asking asking) {
        var stated = store.stated(circle.id(), asking.about());
        var id = stated.orElse(asking.about());
        var text = rooms.texts(circle.openRoom(), List.of(id)).get(id);
        return text == null
                ? List.of()
                : List.of(new LearningsPage.Asked(asking, circle.nameOf(asking.by()), text, stated.isPresent()));
    }

    /// Of the others who have agreed: what they have learned and told, and the issues to which they said something.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<Known> known(Circle circle) {
        var agreed = store.agreed(circle.id());
        var told = learnings.in(circle.id()).stream()
                .filter(one -> !one.kept() && !one.isOf(Acting.me()) && agreed.contains(one.by()))
                .limit(MOST)
                .toList();
        var spoken = store.spoken(circle.id(), MOST);
        var texts = rooms.texts(
                circle.openRoom(),
                Stream.concat(told.stream().map(Learning::id), spoken.stream().map(AskingStore.Spoken::stated))
                        .toList());
        var asked = store.in(circle.id()).stream()
                .filter(one -> one.by().equals(Acting.me()))
                .collect(Collectors.groupingBy(Asking::about));
        var known = new ArrayList<Known>();
        told.stream()
                .filter(one -> texts.containsKey(one.id()))
                .map(one -> new Known(
                        one, one.id(), text(texts, one.id()), people(circle, List.of(one.by()), one.id(), asked)))
                .forEach(known::add);
        spoken.stream()
                .filter(one -> texts.containsKey(one.stated()))
                .map(one -> new Known(
                        null, one.issue(), text(texts, one.stated()), people(circle, one.people(), one.issue(), asked)))
                .forEach(known::add);
        return known.stream().filter(one -> !one.people().isEmpty()).toList();
    }

    private static SealedView text(Map<UUID, SealedView> texts, UUID id) {
        return Objects.requireNonNull(texts.get(id));
    }

    private static List<Person> people(
            Circle circle, List<PersonId> people, UUID about, Map<UUID, List<Asking>> asked) {
        return people.stream()
                .filter(circle::seats)
                .map(person -> new Person(
                        person,
                        circle.nameOf(person),
                        asked.getOrDefault(about, List.of()).stream()
                                .filter(one -> one.asked().equals(person))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    @Transactional
    void agree(GroupId group, boolean yes) {
        var circle = circles.own(group);
        if (yes) {
            store.agree(circle);
        } else {
            store.takeBack(circle);
        }
    }

    /// Asks somebody to tell of this. Whoever has not agreed to be asked is not there to ask.
    @Transactional
    Known ask(GroupId group, UUID about, PersonId person) {
        var circle = circles.own(group);
        var known = find(circle, about, person);
        var asking = new Asking(Ids.next(), group, about, Acting.me(), person, null);
        if (store.ask(asking, clock.instant())) {
            notices.asked(circle, asking);
        }
        return find(circle, known.about(), person);
    }

    private Known find(Circle circle, UUID about, PersonId person) {
        return known(circle).stream()
                .filter(one -> one.about().equals(about)
                        && one.people().stream().anyMatch(who -> who.id().equals(person)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /// Says yes, or not this time. The first answer stands.
    @Transactional
    GroupId answer(UUID id, boolean yes) {
        var asking = store.ofMe(id).orElseThrow(NotFound::new);
        if (store.answer(asking, yes, clock.instant())) {
            notices.answered(circles.own(asking.group()), asking, yes);
        }
        return asking.group();
    }
}
