package org.peerage.commitments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.commitments.weekly.Standing;
import org.peerage.commitments.weekly.WeeklyLines;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.issues.IssueId;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What the pages about commitments read.
@Component
class CommitmentBook {

    private static final Duration CELEBRATED = Duration.ofDays(60);

    private final CommitmentStore store;
    private final Circles circles;
    private final MeetingItemStore items;
    private final Seeds seeds;
    private final SyncStore sync;
    private final WeeklyLines weekly;
    private final Meetings meetings;
    private final InstantSource clock;

    CommitmentBook(
            CommitmentStore store,
            Circles circles,
            MeetingItemStore items,
            Seeds seeds,
            SyncStore sync,
            WeeklyLines weekly,
            Meetings meetings,
            InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.items = items;
        this.seeds = seeds;
        this.sync = sync;
        this.weekly = weekly;
        this.meetings = meetings;
        this.clock = clock;
    }

    /// Everything that lines of one group are made of, fetched once.
    private record Sheet(
            LocalDate today,
            Map<PersonId, String> names,
            Map<UUID, SealedView> words,
            Map<CommitmentId, Instant> heard,
            Set<CommitmentId> encouraged,
            Map<CommitmentId, Map<PersonId, Boolean>> sync,
            Map<UUID, List<Standing.Week>> weeks,
            PersonId me) {

        CommitmentLine line(Commitment commitment) {
            var terms = commitment.terms();
            var closing = switch (commitment) {
                case Commitment.Done done -> done.words();
                case Commitment.Missed missed -> missed.words();
                case Commitment.Open _ -> null;
            };
            return new CommitmentLine(
                    commitment,
                    names.getOrDefault(terms.owner(), ""),
                    names.getOrDefault(terms.witness(), ""),
                    terms.owner().equals(me),
                    terms.witness().equals(me),
                    today,
                    words.get(terms.id().value()),
                    at(terms.goal()),
                    at(closing),
                    terms.history().stream()
                            .map(step -> new CommitmentLine.Step(step.from(), step.to(), at(step.words())))
                            .toList(),
                    heard.get(terms.id()),
                    encouraged.contains(terms.id()),
                    sync.getOrDefault(terms.id(), Map.of()).get(terms.owner()),
                    sync.getOrDefault(terms.id(), Map.of()).get(terms.witness()),
                    weekly(commitment));
        }

        private @Nullable Standing weekly(Commitment commitment) {
            var terms = commitment.terms();
            var mine = terms.owner().equals(me);
            if (!mine && !terms.witness().equals(me)) {
                return null;
            }
            var other = mine ? terms.witness() : terms.owner();
            return Standing.of(
                    terms.id().value(),
                    terms.room().value(),
                    terms.owner(),
                    terms.witness(),
                    names.getOrDefault(other, ""),
                    mine,
                    mine && commitment instanceof Commitment.Open,
                    weeks.getOrDefault(terms.id().value(), List.of()),
                    today);
        }

        private @Nullable SealedView at(@Nullable UUID record) {
            return record == null ? null : words.get(record);
        }
    }

    @Transactional(readOnly = true)
    CommitmentsPage page(GroupId group, @Nullable UUID seed) {
        var circle = circles.withRoom(group).orElseThrow(NotFound::new);
        var sheet = sheet(circle);
        var now = clock.instant();
        var mine = new ArrayList<CommitmentLine>();
        var closed = new ArrayList<CommitmentLine>();
        var witnessed = new ArrayList<CommitmentLine>();
        var others = new ArrayList<CommitmentLine>();
        for (var commitment : store.of(group)) {
            var line = sheet.line(commitment);
            if (line.mine()) {
                (line.open() ? mine : closed).add(line);
            } else if (line.mineToHear() && (line.open() || line.heardAt() == null)) {
                witnessed.add(line);
            } else if (line.open() || isFresh(commitment, now)) {
                others.add(line);
            }
        }
        return new CommitmentsPage(
                circle,
                mine,
                closed.reversed(),
                witnessed,
                others,
                KeptRate.of(store.mine(group), sheet.today()),
                store.kept(group, sheet.today()),
                weekly.reminded(circle),
                draft(
                        circle,
                        sheet,
                        Ids.next(),
                        null,
                        null,
                        seeds.find(circle, seed).orElse(null)));
    }

    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<Commitment> all(Circle circle) {
        return store.of(circle.id());
    }

    /// What is open and falls due by a day, by the names of those who promised.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<CommitmentLine> due(Circle circle, LocalDate by) {
        var sheet = sheet(circle);
        return store.of(circle.id()).stream()
                .filter(commitment -> commitment instanceof Commitment.Open)
                .filter(commitment -> commitment.terms().fallsDueBy(by))
                .map(sheet::line)
                .sorted(Comparator.comparing(CommitmentLine::owner))
                .toList();
    }

    /// What was said in a meeting that somebody would do, out of an issue or at the end.
    @Transactional(readOnly = true)
    List<CommitmentLine> made(Circle circle, MeetingId meeting) {
        if (circle.room().isEmpty()) {
            return List.of();
        }
        var sheet = sheet(circle);
        return store.of(circle.id()).stream()
                .filter(made -> meeting.value().equals(made.terms().meeting()))
                .map(sheet::line)
                .toList();
    }

    /// What somebody has committed to because of an issue, and how it stands today.
    @Transactional(readOnly = true)
    List<CommitmentLine> outOf(Circle circle, IssueId issue) {
        var sheet = sheet(circle);
        return store.of(circle.id()).stream()
                .filter(made -> issue.value().equals(made.terms().issue()))
                .map(sheet::line)
                .toList();
    }

    /// What somebody has committed to, as far as whoever looks hears of it; what is open stands first.
    @Transactional(readOnly = true)
    List<CommitmentLine> of(Circle circle, PersonId owner) {
        var sheet = sheet(circle);
        return store.of(circle.id()).stream()
                .filter(commitment -> commitment.terms().owner().equals(owner))
                .map(sheet::line)
                .sorted(Comparator.comparing(CommitmentLine::open).reversed())
                .toList();
    }

    @Transactional(readOnly = true)
    CommitmentStage stage(UUID item) {
        var place = items.find(item).orElseThrow(NotFound::new);
        var circle = circles.withRoom(place.group()).orElseThrow(NotFound::new);
        var sheet = sheet(circle);
        var all = store.of(place.group());
        var made = all.stream()
                .filter(commitment -> place.issue() == null
                        ? place.meeting().equals(commitment.terms().meeting())
                        : place.issue().equals(commitment.terms().issue()))
                .toList();
        var shown = place.review()
                ? all.stream()
                        .filter(commitment -> commitment instanceof Commitment.Open || closedIn(commitment, place))
                        .toList()
                : made;
        var mineMade = made.stream()
                .filter(commitment -> commitment.terms().owner().equals(sheet.me()))
                .count();
        return new CommitmentStage(
                circle,
                item,
                place.review(),
                place.review()
                        ? all.stream()
                                .filter(commitment -> keptBefore(commitment, place, circle))
                                .map(sheet::line)
                                .toList()
                        : List.of(),
                turns(shown, circle, sheet),
                draft(circle, sheet, Ids.steady(item, sheet.me(), mineMade), place, item, null),
                place.mayCommit(sheet.me()) && (!place.over() || place.unfinished() || isStillWritten(item)));
    }

    /// The meeting was held on paper, and what was promised there is still taken.
    private boolean isStillWritten(UUID item) {
        return meetings.item(new ItemId(item)).filter(ItemView::afterwards).isPresent();
    }

    /// Done in time since the group met last, and told before this meeting: that is named first.
    private static boolean keptBefore(Commitment commitment, MeetingItemStore.Place place, Circle circle) {
        return commitment instanceof Commitment.Done done
                && done.at().isAfter(place.lastMet())
                && done.at().isBefore(place.liveSince())
                && !circle.day(done.at()).isAfter(done.terms().dueOn());
    }

    /// Told since this meeting began: it stays in sight while the group speaks about it.
    private static boolean closedIn(Commitment commitment, MeetingItemStore.Place place) {
        return switch (commitment) {
            case Commitment.Done done -> !done.at().isBefore(place.liveSince());
            case Commitment.Missed missed -> !missed.at().isBefore(place.liveSince());
            case Commitment.Open _ -> false;
        };
    }

    private static List<CommitmentStage.Turn> turns(List<Commitment> shown, Circle circle, Sheet sheet) {
        var turns = new ArrayList<CommitmentStage.Turn>();
        sheet.names().forEach((person, name) -> {
            var lines = shown.stream()
                    .filter(commitment -> commitment.terms().owner().equals(person))
                    .map(sheet::line)
                    .toList();
            if (!lines.isEmpty()) {
                turns.add(new CommitmentStage.Turn(
                        name,
                        circle.id().member(person),
                        person.equals(sheet.me()),
                        lines.stream()
                                .filter(line -> line.terms().fallsDueBy(sheet.today()) || !line.open())
                                .toList(),
                        lines.stream()
                                .filter(line -> !line.terms().fallsDueBy(sheet.today()) && line.open())
                                .toList()));
            }
        });
        return turns;
    }

    private Sheet sheet(Circle circle) {
        return new Sheet(
                circle.day(clock.instant()),
                circle.names(),
                store.words(circle.openRoom()),
                store.heard(circle.id()),
                store.encouraged(circle.id()),
                sync.said(circle.id()),
                weekly.in(circle),
                Acting.me());
    }

    private CommitmentDraft draft(
            Circle circle,
            Sheet sheet,
            UUID record,
            MeetingItemStore.@Nullable Place place,
            @Nullable UUID item,
            CommitmentSeeds.@Nullable Seed seed) {
        // A meeting may begin before its time, and is not its own next one.
        var next =
                store.meetingAfter(circle, sheet.today()).orElse(sheet.today().plusMonths(1));
        return new CommitmentDraft(
                record,
                sheet.today().plusDays(1),
                next,
                circle.seated().stream()
                        .filter(seated -> !seated.id().equals(sheet.me()))
                        .toList(),
                store.goals(circle.id()).stream()
                        .flatMap(goal -> Optional.ofNullable(sheet.words().get(goal)).stream())
                        .toList(),
                place == null ? null : place.meeting(),
                place == null ? null : place.issue(),
                item,
                seed,
                seed == null ? issueGoal(place) : seed.goal());
    }

    /// What comes of an issue that was brought for a goal serves that goal, unless its presenter chooses another.
    private @Nullable UUID issueGoal(MeetingItemStore.@Nullable Place place) {
        return place == null || place.issue() == null
                ? null
                : store.goalOf(place.issue()).orElse(null);
    }

    private static boolean isFresh(Commitment commitment, Instant now) {
        return commitment instanceof Commitment.Done done && done.at().isAfter(now.minus(CELEBRATED));
    }
}
