package org.peerage.issues;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.processing.ProcessingId;
import org.peerage.processing.Processings;
import org.peerage.processing.Protocol;
import org.peerage.processing.Protocols;
import org.peerage.processing.Subject;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Preparing an issue and closing it. Each act stores its sealed words and its state together, tells the meeting's
/// followers, and draws what the page then shows, in one transaction.
@Component
class Issues {

    /// As long as whoever leads may be away before somebody else takes over.
    static final Duration AWAY = Duration.ofMinutes(2);

    private final IssueStore store;
    private final Protocols protocols;
    private final Processings processings;
    private final Rooms rooms;
    private final Meetings meetings;
    private final IssueHelps helps;
    private final LiveTopics topics;
    private final InstantSource clock;

    Issues(
            IssueStore store,
            Protocols protocols,
            Processings processings,
            Rooms rooms,
            Meetings meetings,
            IssueHelps helps,
            LiveTopics topics,
            InstantSource clock) {
        this.store = store;
        this.protocols = protocols;
        this.processings = processings;
        this.rooms = rooms;
        this.meetings = meetings;
        this.helps = helps;
        this.topics = topics;
        this.clock = clock;
    }

    /// Ways in which something of this kind may be worked on, the usual one first; for whoever prepares it.
    @Transactional(readOnly = true)
    List<Protocol> ways(MeetingId meeting, IssueKind kind) {
        return ways(kind, circle(meeting).id());
    }

    List<Protocol> ways(IssueKind kind, GroupId group) {
        return protocols.fitting(IssueSubjects.MODULE, kind.key(), group).stream()
                .filter(kind::allows)
                .toList();
    }

    /// What a member has prepared for this meeting, and the form for one more, or for a change of `chosen`.
    @Transactional(readOnly = true)
    PreparationPage page(MeetingId meeting, @Nullable IssueId chosen) {
        var circle = circle(meeting);
        var mine = store.open(circle.id()).stream()
                .filter(issue -> issue.presenter().equals(Acting.me()))
                .toList();
        var texts = rooms.texts(
                room(circle),
                mine.stream().map(issue -> issue.preparation().stated()).toList());
        var prepared = own(mine, Issue.Prepared.class, texts);
        var waiting = own(mine, Issue.Waiting.class, texts);
        var changing = Stream.concat(prepared.stream(), waiting.stream())
                .filter(own -> chosen != null && chosen.equals(own.issue()))
                .findFirst();
        var draft = changing.orElseGet(() -> new PreparationPage.Own(
                null,
                IssueKind.DECISION,
                ways(IssueKind.DECISION, circle.id()).getFirst().key(),
                0,
                Ids.next(),
                0,
                null));
        return new PreparationPage(
                meeting.toString(),
                meetings.preparation(meeting),
                room(circle).value(),
                draft,
                prepared,
                waiting,
                ways(draft.kind(), circle.id()),
                helps.of(circle));
    }

    private static List<PreparationPage.Own> own(
            List<Issue> mine, Class<? extends Issue> state, Map<UUID, SealedView> texts) {
        return mine.stream()
                .filter(state::isInstance)
                .map(issue -> own(issue.preparation(), texts))
                .toList();
    }

    private static PreparationPage.Own own(Issue.Preparation what, Map<UUID, SealedView> texts) {
        var text = Optional.ofNullable(texts.get(what.stated()));
        return new PreparationPage.Own(
                what.id(),
                what.kind(),
                what.protocol(),
                what.minutes(),
                what.stated(),
                text.map(SealedView::rev).orElse(0),
                text.orElse(null));
    }

    /// What somebody wishes for an issue: what it is, how it is worked on, how long it needs.
    record Wish(
            IssueKind kind,
            @Nullable String protocol,
            @Nullable Integer minutes) {

        int minutes(Protocol way) {
            return minutes == null ? way.minutes() : minutes;
        }
    }

    /// Shares a prepared issue with the group, or changes one of one's own that has not been worked on.
    @Transactional
    void prepare(MeetingId meeting, @Nullable IssueId before, Wish wish, SealedInput sealed) {
        var circle = circle(meeting);
        var text = sealed.only(IssueTexts.STATED);
        var way = way(wish, circle.id());
        var changing = Optional.ofNullable(before).map(this::own);
        if (changing.isEmpty() && text.rev() != 1) {
            throw new RoomRefused("wrong-revision");
        }
        if (!rooms.put(room(circle), List.of(text))) {
            if (store.stating(text.id()).isEmpty()) {
                throw new RoomRefused("wrong-revision");
            }
        } else if (changing.isEmpty()) {
            // Named by the text that states it: what is written about an issue is bound to that text for good.
            store.add(
                    new Issue.Prepared(new Issue.Preparation(
                            new IssueId(text.id()),
                            circle.id(),
                            room(circle),
                            Acting.me(),
                            wish.kind(),
                            way.key(),
                            wish.minutes(way),
                            text.id())),
                    clock.instant());
        } else if (changing.get().stated().equals(text.id())) {
            store.change(changing.get().as(wish.kind(), way.key(), wish.minutes(way)));
        } else {
            throw new RoomRefused("wrong-revision");
        }
    }

    /// The way that was chosen, or the usual one where none was. One that is not right for this kind, or that nobody
    /// knows, is refused and never replaced.
    private Protocol way(Wish wish, GroupId group) {
        return ways(wish.kind(), group).stream()
                .filter(way -> wish.protocol() == null || wish.protocol().equals(way.key()))
                .findFirst()
                .orElseThrow(() -> new RoomRefused("unknown-protocol"));
    }

    private Issue.Preparation own(IssueId id) {
        return store.take(id)
                .filter(issue -> issue.presenter().equals(Acting.me()))
                .filter(issue -> issue instanceof Issue.Prepared || issue instanceof Issue.Waiting)
                .map(Issue::preparation)
                .orElseThrow(NotFound::new);
    }

    /// Ends the work on the issue of an item, and keeps what it was worth to its presenter, whether they close it
    /// themselves or say so when somebody else has.
    @Transactional
    Panel close(ItemId item, @Nullable Integer worth) {
        var at = at(item);
        topics.take(at.meeting().topic());
        var id = Optional.ofNullable(at.subject()).map(IssueId::new).orElseThrow(NotFound::new);
        var processing = new ProcessingId(item.value());
        var outcome = switch (store.take(id).orElseThrow(NotFound::new)) {
            case Issue.Waiting _, Issue.LetGo _, Issue.Prepared _ -> processings.end(processing, item.value());
            case Issue.AtWork open -> close(open, at.meeting(), processing, worth);
            case Issue.Closed closed -> worth == null ? Outcome.done() : say(closed, worth);
        };
        return processings.panel(processing, outcome);
    }

    private Outcome close(Issue.AtWork open, MeetingId meeting, ProcessingId processing, @Nullable Integer worth) {
        var ended = processings.end(processing, processing.value());
        if (ended instanceof Outcome.Refused) {
            return ended;
        }
        var closed = open.close(clock.instant());
        store.close(closed);
        topics.changed(meeting.topic(), "issue-closed", open.id().value());
        return worth == null ? ended : say(closed, worth);
    }

    private Outcome say(Issue.Closed closed, int worth) {
        var said = closed.say(worth, Acting.me());
        if (said instanceof Outcome.Done) {
            store.value(closed.id(), worth);
        }
        return said;
    }

    /// What the live meeting shows of an item for an issue.
    @Transactional(readOnly = true)
    Panel stage(ItemId item) {
        at(item);
        return on(item).map(issue -> protocols
                                .find(IssueSubjects.MODULE, issue.preparation().protocol())
                                .isPresent()
                        ? processings.panel(new ProcessingId(item.value()))
                        : new Panel("issues/nobody", Map.of("why", "issues.stage.unknown-protocol")))
                .orElseGet(() -> new Panel("issues/nobody", Map.of("why", "issues.stage.nobody")));
    }

    /// One thing that the group worked on in a meeting, as whoever looks may read it.
    ///
    /// @param real what it was really about; none where the group did not get so far
    /// @param noAction why nothing comes of it; none where something does
    /// @param notes for nobody but the presenter
    record Kept(
            IssueId issue,
            String presenter,
            String presenterPage,
            String address,
            SealedView stated,
            List<SealedView> real,
            List<SealedView> noAction,
            List<SealedView> notes) {}

    /// In the order of the meeting.
    @Transactional(readOnly = true)
    List<Kept> kept(Circle circle, MeetingId meeting) {
        return circle.room().isEmpty() ? List.of() : kept(circle, store.workedOn(meeting));
    }

    /// How it is stated, and the steps in which it is worked on; in the transaction of the page.
    @Transactional(readOnly = true)
    Optional<Panel> onPaper(Circle circle, IssueId id) {
        return store.find(id)
                .flatMap(issue -> Optional.ofNullable(rooms.texts(
                                        room(circle),
                                        List.of(issue.preparation().stated()))
                                .get(issue.preparation().stated()))
                        .map(stated -> new Panel(
                                "issues/onPaper",
                                Map.of(
                                        "stated",
                                        stated,
                                        "steps",
                                        protocols
                                                .find(
                                                        IssueSubjects.MODULE,
                                                        issue.preparation().protocol(),
                                                        circle.id())
                                                .map(protocol -> protocols.onPaper(protocol, circle.id()))
                                                .stream()
                                                .toList()))));
    }

    /// What a member has brought to the group, the latest first.
    @Transactional(readOnly = true)
    List<Kept> brought(Circle circle, PersonId presenter) {
        return kept(circle, store.of(circle.id(), presenter));
    }

    List<Kept> kept(Circle circle, List<Issue> issues) {
        var all = issues.stream().map(Issue::preparation).toList();
        var texts = rooms.texts(
                room(circle), all.stream().map(Issue.Preparation::stated).toList());
        return all.stream()
                .flatMap(what -> Optional.ofNullable(texts.get(what.stated())).stream()
                        .map(stated -> kept(circle, what, stated)))
                .toList();
    }

    private Kept kept(Circle circle, Issue.Preparation what, SealedView stated) {
        var written = processings.written(room(circle), what.id().value());
        return new Kept(
                what.id(),
                circle.nameOf(what.presenter()),
                circle.id().member(what.presenter()),
                what.id().address(circle.id()),
                stated,
                written.getOrDefault("issue-real", List.of()),
                written.getOrDefault("issue-no-action", List.of()),
                what.presenter().equals(Acting.me()) ? written.getOrDefault("issue-note", List.of()) : List.of());
    }

    /// The issue of an item, if there is one on it.
    Optional<Issue> on(ItemId item) {
        return Optional.ofNullable(at(item).subject()).map(IssueId::new).flatMap(store::find);
    }

    /// Only they can promise something; whoever has gone, or has no screen to do it on, keeps nobody from going on.
    boolean isPresenterAway(ItemId item, Issue issue) {
        return store.presence(
                        at(item).meeting(), issue.presenter(), clock.instant().minus(AWAY))
                != Subject.Presence.FOLLOWING;
    }

    private ItemView at(ItemId item) {
        return meetings.item(item).filter(IssueSubjects::isIssue).orElseThrow(NotFound::new);
    }

    private Circle circle(MeetingId meeting) {
        return meetings.circle(meeting).filter(Circle::mine).orElseThrow(NotFound::new);
    }

    private static RoomId room(Circle circle) {
        return circle.room().orElseThrow(NotFound::new);
    }
}
