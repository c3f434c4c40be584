package org.peerage.meetings.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.meetings.floor.MeetingFixture.IDA;
import static org.peerage.meetings.floor.MeetingFixture.JONAS;
import static org.peerage.meetings.floor.MeetingFixture.MARA;
import static org.peerage.meetings.floor.MeetingFixture.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.GroupId;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemReason;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Occasion;
import org.peerage.meetings.floor.Item;
import org.peerage.meetings.floor.MeetingFixture;
import org.peerage.meetings.items.Frame;
import org.peerage.tenancy.PersonId;

class AgendaTests {

    private static final Occasion AT = new Occasion(new MeetingId(new UUID(1, 1)), new GroupId(new UUID(2, 2)), NINE);

    private static final Duration YEAR = Duration.ofDays(365);

    private static final ItemId ADDED = new ItemId(new UUID(9, 9));

    private final Formats formats = new Formats();
    private final Format fourHours = formats.meeting("forum-4h").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "forum-4h, 240",
        "forum-3h, 180",
        "forum-2h, 120",
        "forum-90m, 90",
        "forum-day, 480",
        "first-meeting, 150",
        "second-meeting, 150",
        "third-meeting, 150",
        "retreat, 480"
    })
    void aFormatFillsItsTimeAndHasTheFrame(String key, int minutes) {
        var format = formats.meeting(key).orElseThrow();
        assertThat(format.minutes()).isEqualTo(minutes);
        assertThat(format.blocks().stream().map(Format.Block::kind))
                .startsWith("arrive", "confidentiality")
                .endsWith("close");
    }

    @ParameterizedTest
    @CsvSource({
        "240, forum-4h",
        "479, forum-4h",
        "480, forum-day",
        "150, forum-2h",
        "239, forum-3h",
        "90, forum-90m",
        "60, forum-90m"
    })
    void takesTheLongestFormatThatFits(int minutes, String key) {
        assertThat(formats.fitting(minutes).key()).isEqualTo(key);
    }

    @Test
    void aFormatSaysWhyItHasABlockThatOthersHaveNot() {
        var first = formats.meeting("first-meeting").orElseThrow();
        var agenda = Agenda.generate(first, 150, AT, offers(List.of()), past(List.of(), Map.of()));
        assertThat(of(agenda, Frame.CONFIDENTIALITY).getFirst().reason())
                .isEqualTo(ItemReason.of("meetings.why.first-promise"));
        assertThat(of(agenda, MeetingFixture.ISSUE).getFirst().reason()).isEqualTo(MeetingFixture.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 6", "3, 9", "11, 33", "12, 35", "40, 35"})
    void theReviewGetsThreeMinutesForEachPromiseWithinItsBounds(int due, int minutes) {
        var review = of(generate(List.of(due(due))), MeetingFixture.REVIEW);
        assertThat(review.getFirst().minutes()).isEqualTo(minutes);
        assertThat(review.getFirst().reason()).isEqualTo(new ItemReason("commitments.reason.due", due));
    }

    @Test
    void thereIsNoReviewWhenNothingIsDueAndItsTimeGoesToTheIssues() {
        var agenda = generate(List.of());
        assertThat(of(agenda, MeetingFixture.REVIEW)).isEmpty();
        assertThat(agenda.over()).isZero();
        assertThat(of(agenda, MeetingFixture.ISSUE).stream().map(Item::minutes)).containsExactly(58, 57);
    }

    @Test
    void whoHasNeverPresentedComesFirstThenWhoHasWaitedLongest() {
        var agenda = generate(
                List.of(issue(1, MARA), issue(2, JONAS), issue(3, IDA)),
                List.of(),
                Map.of(MARA, NINE.minus(Duration.ofDays(30)), JONAS, NINE.minus(Duration.ofDays(90))));
        assertThat(of(agenda, MeetingFixture.ISSUE).stream().map(Item::presenter))
                .containsExactly(IDA, JONAS);
        assertThat(of(agenda, MeetingFixture.ISSUE).stream().map(Item::reason))
                .containsExactly(
                        new ItemReason("meetings.reason.never-presented", 0),
                        new ItemReason("meetings.reason.longest-ago", 90));
        assertThat(agenda.waiting()).isEqualTo(1);
    }

    @Test
    void whatWaitsTakesThePlaceThatNothingPreparedWants() {
        var presented = Map.of(MARA, NINE.minus(Duration.ofDays(30)), JONAS, NINE.minus(Duration.ofDays(90)));
        var agenda = generate(List.of(parked(1, JONAS, 40), parked(2, MARA, 90), issue(3, MARA)), List.of(), presented);
        assertThat(of(agenda, MeetingFixture.ISSUE).stream().map(Item::subject))
                .containsExactly(new UUID(6, 3), new UUID(6, 2));
        assertThat(of(agenda, MeetingFixture.ISSUE).getLast().reason())
                .isEqualTo(new ItemReason("meetings.reason.next-in-queue", 90));
        assertThat(agenda.waiting())
                .as("what is not prepared has lost no place")
                .isZero();
    }

    @Test
    void whoeverHasNotPresentedForAYearComesBeforeThePoints() {
        var agenda = generate(
                List.of(parked(1, MARA, 900), parked(2, JONAS, 1)),
                List.of(),
                Map.of(MARA, NINE.minus(Duration.ofDays(364)), JONAS, NINE.minus(Duration.ofDays(366))));
        assertThat(of(agenda, MeetingFixture.ISSUE).stream().map(Item::presenter))
                .containsExactly(JONAS, MARA);
    }

    @Test
    void whoPresentsTwiceAYearIsDueAfterHalfOfIt() {
        var proposals = List.<AgendaProposal>of(parked(1, MARA, 900), parked(2, JONAS, 1));
        var presented = Map.of(MARA, NINE.minus(Duration.ofDays(100)), JONAS, NINE.minus(Duration.ofDays(200)));
        for (var often :
                Map.of("1", List.of(MARA, JONAS), "2", List.of(JONAS, MARA)).entrySet()) {
            var terms = new CharterTerms(1, true, Map.of("presentationsPerYear", often.getKey()), Map.of());
            var past = new Agenda.Past(
                    List.of(), Map.of("issue", presented), List.of(), List.of(), Agendas.between(terms));
            assertThat(of(Agenda.generate(fourHours, 240, AT, offers(proposals), past), MeetingFixture.ISSUE).stream()
                            .map(Item::presenter))
                    .containsExactlyElementsOf(often.getValue());
        }
    }

    @Test
    void whoeverCannotPresentIsReplacedByTheNextAndNobodyElseMoves() {
        var proposals = List.of(issue(1, MARA), issue(2, JONAS), parked(3, IDA, 10));
        var kept = generate(proposals);
        var dropped = new Agenda.Past(List.of(), Map.of(), List.of(new UUID(6, 1)), List.of(), YEAR);
        var filled = kept.filled(AT, offers(proposals), dropped);
        assertThat(of(filled, MeetingFixture.ISSUE).stream().map(Item::presenter))
                .containsExactly(IDA, JONAS);
        assertThat(of(kept.filled(AT, offers(proposals.subList(0, 2)), dropped), MeetingFixture.ISSUE)
                        .getFirst())
                .as("where nobody is next the place is open")
                .satisfies(open -> {
                    assertThat(open.presenter()).isNull();
                    assertThat(open.reason()).isEqualTo(MeetingFixture.OPEN);
                });
    }

    @Test
    void whatWasNotReachedComesFirstAndKeepsItsLineage() {
        var old = new ItemId(new UUID(5, 5));
        var agenda = generate(
                List.of(issue(1, JONAS), issue(2, MARA)),
                List.of(new Agenda.Carried(old, new UUID(6, 2))),
                Map.of(MARA, NINE.minus(Duration.ofDays(1))));
        var first = of(agenda, MeetingFixture.ISSUE).getFirst();
        assertThat(first.presenter()).isEqualTo(MARA);
        assertThat(first.carriedFrom()).isEqualTo(old);
        assertThat(first.reason()).isEqualTo(new ItemReason("meetings.reason.carried", 0));
    }

    @Test
    void whatWasNotReachedAndIsNoLongerPreparedStaysAway() {
        var agenda =
                generate(List.of(), List.of(new Agenda.Carried(new ItemId(new UUID(5, 5)), new UUID(6, 2))), Map.of());
        assertThat(of(agenda, MeetingFixture.ISSUE))
                .allSatisfy(i -> assertThat(i.subject()).isNull());
    }

    @Test
    void aPlaceThatNobodyHasPreparedForSaysSo() {
        var slots = of(generate(List.of(issue(1, MARA))), MeetingFixture.ISSUE);
        assertThat(slots.getLast().reason()).isEqualTo(MeetingFixture.OPEN);
    }

    @Test
    void anOpenPlaceIsFilledWhenSomebodyHasPrepared() {
        var kept = generate(List.of(issue(1, MARA)));
        var filled = kept.filled(
                AT, offers(List.of(issue(1, MARA), issue(2, JONAS), issue(3, IDA))), past(List.of(), Map.of()));
        assertThat(of(filled, MeetingFixture.ISSUE).stream().map(Item::presenter))
                .containsExactly(MARA, JONAS);
        assertThat(filled.waiting()).isEqualTo(1);
        assertThat(of(filled, MeetingFixture.ISSUE).getLast().id())
                .isEqualTo(of(kept, MeetingFixture.ISSUE).getLast().id());
    }

    @Test
    void aLongReviewPressesTheIssuesFirst() {
        var agenda = generate(List.of(due(12)));
        assertThat(agenda.over()).isZero();
        assertThat(of(agenda, MeetingFixture.ISSUE).stream().map(Item::minutes)).containsExactly(40, 40);
        assertThat(of(agenda, MeetingFixture.UPDATES).getFirst().minutes()).isEqualTo(60);
    }

    @Test
    void saysHowMuchMoreThanTheTimeIsPlanned() {
        var agenda = Agenda.generate(fourHours, 100, AT, offers(List.of()), past(List.of(), Map.of()));
        assertThat(agenda.over()).isPositive();
        assertThat(of(agenda, MeetingFixture.ISSUE).stream().map(Item::minutes)).containsExactly(30, 30);
    }

    @Test
    void theFrameStaysWhereItIs() {
        var agenda = generate(List.of());
        var size = agenda.items().size();
        for (var position : List.of(0, 1, size - 1)) {
            var item = agenda.items().get(position).id();
            assertThat(agenda.change(new Agenda.Change.Remove(item))).isEmpty();
            assertThat(agenda.change(new Agenda.Change.Up(item))).isEmpty();
            assertThat(agenda.change(new Agenda.Change.Down(item))).isEmpty();
        }
        assertThat(agenda.change(new Agenda.Change.Up(agenda.items().get(2).id())))
                .isEmpty();
        assertThat(agenda.change(
                        new Agenda.Change.Down(agenda.items().get(size - 2).id())))
                .isEmpty();
    }

    @Test
    void anItemMovesByOneAndPositionsFollow() {
        var agenda = generate(List.of());
        var down = agenda.change(new Agenda.Change.Down(agenda.items().get(2).id()))
                .orElseThrow();
        assertThat(down.items().get(3).id()).isEqualTo(agenda.items().get(2).id());
        assertThat(down.items().stream().map(Item::position))
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.range(0, down.items().size())
                                .boxed()
                                .toList());
    }

    @Test
    void minutesGoFromOneToEightHours() {
        var agenda = generate(List.of());
        var item = agenda.items().get(2).id();
        assertThat(agenda.change(new Agenda.Change.Minutes(item, 0))).isEmpty();
        assertThat(agenda.change(new Agenda.Change.Minutes(item, 481))).isEmpty();
        var changed = agenda.change(new Agenda.Change.Minutes(item, 1)).orElseThrow();
        assertThat(changed.items().get(2).reason()).isEqualTo(Item.BY_HAND);
        assertThat(agenda.change(new Agenda.Change.Minutes(item, 480))).isPresent();
    }

    @Test
    void whatIsAddedComesBeforeTheRating() {
        var agenda = generate(List.of())
                .change(new Agenda.Change.Add(ADDED, MeetingFixture.BREAK, 5))
                .orElseThrow();
        assertThat(agenda.items().reversed().stream().map(Item::kind).limit(3))
                .containsExactly(Frame.CLOSE, MeetingFixture.RATING, MeetingFixture.BREAK);
        assertThat(agenda.change(new Agenda.Change.Add(ADDED, Frame.CONFIDENTIALITY, 5)))
                .isEmpty();
    }

    @Test
    void aFingerprintChangesWithWhatOneSees() {
        var agenda = generate(List.of());
        assertThat(generate(List.of()).fingerprint()).isEqualTo(agenda.fingerprint());
        assertThat(generate(List.of(issue(1, MARA))).fingerprint()).isNotEqualTo(agenda.fingerprint());
    }

    private Agenda generate(List<AgendaProposal> proposals) {
        return generate(proposals, List.of(), Map.of());
    }

    private Agenda generate(
            List<AgendaProposal> proposals, List<Agenda.Carried> carried, Map<PersonId, Instant> presented) {
        return Agenda.generate(fourHours, 240, AT, offers(proposals), past(carried, presented));
    }

    private static Agenda.Past past(List<Agenda.Carried> carried, Map<PersonId, Instant> presented) {
        return new Agenda.Past(carried, Map.of("issue", presented), List.of(), List.of(), YEAR);
    }

    private static List<Agenda.Offer> offers(List<AgendaProposal> proposals) {
        var offers = new ArrayList<Agenda.Offer>();
        for (var kind : List.of(
                Frame.ARRIVE,
                Frame.CONFIDENTIALITY,
                MeetingFixture.UPDATES,
                MeetingFixture.BREAK,
                MeetingFixture.HOUSEKEEPING,
                MeetingFixture.FRESH,
                MeetingFixture.RATING,
                Frame.CLOSE)) {
            offers.add(new Agenda.Offer(kind, MeetingFixture.FORMAT, List.of()));
        }
        offers.add(new Agenda.Offer(MeetingFixture.REVIEW, null, only(AgendaProposal.Due.class, proposals)));
        offers.add(new Agenda.Offer(
                MeetingFixture.ISSUE, MeetingFixture.OPEN, only(AgendaProposal.Brought.class, proposals)));
        return offers;
    }

    private static List<AgendaProposal> only(Class<? extends AgendaProposal> type, List<AgendaProposal> proposals) {
        return proposals.stream().filter(type::isInstance).toList();
    }

    private static AgendaProposal due(int count) {
        return new AgendaProposal.Due(3 * count, new ItemReason("commitments.reason.due", count));
    }

    private static AgendaProposal issue(int number, PersonId presenter) {
        return new AgendaProposal.Brought(new UUID(6, number), presenter, "vistage", 45, true, 0);
    }

    private static AgendaProposal parked(int number, PersonId presenter, int points) {
        return new AgendaProposal.Brought(new UUID(6, number), presenter, "vistage", 45, false, points);
    }

    private static List<Item> of(Agenda agenda, ItemKind kind) {
        return agenda.items().stream().filter(i -> i.kind().equals(kind)).toList();
    }
}
