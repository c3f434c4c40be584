package org.peerage.composition.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.composition.search.Rosters.person;
import static org.peerage.composition.search.Ruling.ruling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.composition.Leader;
import org.peerage.composition.Reason;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.commandline.Sentences;
import org.peerage.composition.kernel.Budget;
import org.peerage.composition.kernel.Chance;

class RulesTests {

    private static final SizeLimits PAIRS = new SizeLimits(2, 3, 4);

    @Test
    void theSameNarrowIndustryAndMarketCompeteAndEachAloneDoesNot() {
        List<Leader> leaders = Rosters.of(
                person("ann").selling("Health", "Clinics", "dentists", "opticians"),
                person("bo").selling("Health", "Clinics", "dentists", "surgeons"),
                person("cy").selling("Health", "Clinics", "vets"),
                person("di").selling("Health", "Devices", "opticians"),
                person("ed").selling("Health", "", "opticians"));
        Fit fit = new Fit(leaders, Weights.USUAL, Rules.none(6));
        assertThat(fit.lawful(0, 1)).isFalse();
        assertThat(told(fit, 0, 1)).contains("ann and bo compete: both are in Clinics and sell to dentists.");
        assertThat(fit.lawful(0, 2)).isTrue();
        assertThat(fit.lawful(0, 3)).isTrue();
        assertThat(fit.lawful(0, 4)).isTrue();
        assertThat(fit.forbids(0, 2)).isEmpty();
    }

    @Test
    void aSmallNetworkWhoseMembersAllSellToTheSameCountryKeepsEveryTwoOfOneTradeApart() {
        List<Leader> people = Rosters.of(
                96,
                (k, person) -> k < 12
                        ? person.selling("Health", "Dental clinics", "Germany")
                        : person.selling("Trade " + k % 30, "Narrow " + k, "Germany"));
        Fit fit = new Fit(people, Weights.USUAL, Rules.none(6));
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(fit.lawful(i, j)).isFalse();
            }
        }
        assertThat(fit.lawful(0, 12)).isTrue();
        assertThat(fit.competitors.unknown()).isEmpty();
    }

    @Test
    void inABroadIndustryAMarketThatManyNameTellsNothingAndThatIsSaid() {
        List<Leader> people = Rosters.of(
                40, (k, person) -> person.selling("Software", "Sales", k < 2 ? "SaaS;Dentists".split(";") : ONLY_SAAS));
        Fit fit = new Fit(people, Weights.USUAL, Rules.none(6));
        assertThat(fit.lawful(0, 1)).isFalse();
        assertThat(fit.lawful(0, 2)).isTrue();
        assertThat(unknown(fit, 0, 2))
                .isEqualTo("It is not known whether p0 and p2 compete: “Sales” is too broad to tell.");
        assertThat(fit.competitors.unknown()).contains(new Reason.CompetitionUnknown(0, 38, 0, 40));
    }

    private static final String[] ONLY_SAAS = {"SaaS"};

    @Test
    void anIndustryIsTheSameHoweverItIsWritten() {
        List<Leader> leaders = Rosters.of(
                person("ann").selling("Health Care", "Research & Development", "clinics"),
                person("bo").selling("health-care ", "research and development", "clinics"));
        assertThat(new Fit(leaders, Weights.USUAL, Rules.none(6)).lawful(0, 1)).isFalse();
        assertThat(new Competitors(leaders, Rules.none(6)).table()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "mid market,mid-market",
        "Mid Market,midmarket",
        "mid-market,mid  markets",
        "agency,Agencies",
        "Cafés,cafe",
        "business,Business"
    })
    void aMarketIsTheSameHoweverItIsWritten(String one, String other) {
        List<Leader> leaders = Rosters.of(
                person("ann").selling("Software", "Payroll", one),
                person("bo").selling("Software", "Payroll", other),
                person("cy").selling("Software", "Payroll", "schools"));
        Fit fit = new Fit(leaders, Weights.USUAL, Rules.none(6));
        assertThat(fit.lawful(0, 1)).isFalse();
        assertThat(told(fit, 0, 1)).contains("ann and bo compete: both are in Payroll and sell to " + one + ".");
        assertThat(fit.lawful(0, 2)).isTrue();
        assertThat(new Competitors(leaders, Rules.none(6)).table()).hasSize(1);
    }

    @Test
    void whereNobodySaysToWhomTheySellTheTownStandsForTheMarket() {
        List<Leader> leaders = Rosters.of(
                person("ann").selling("Food", "Bakeries").at("Bergen, Norway"),
                person("bo").selling("Food", "Bakeries").at("Bergen"),
                person("cy").selling("Food", "Bakeries").at("Oslo, Norway"),
                person("di").selling("Food", "Bakeries", "hotels").at("Bergen, Norway"),
                person("ed").selling("Food", "Bakeries", "schools").at("Bergen, Norway"),
                person("fay").selling("Food", "Bakeries").at("Norway"));
        Fit fit = new Fit(leaders, Weights.USUAL, Rules.none(6));
        assertThat(told(fit, 0, 1)).contains("ann and bo compete: both are in Bakeries in Bergen, Norway.");
        assertThat(fit.lawful(0, 1)).isFalse();
        assertThat(fit.lawful(0, 2)).isTrue();
        assertThat(unknown(fit, 0, 2)).isEmpty();
        assertThat(fit.lawful(0, 3)).isFalse();
        assertThat(fit.lawful(3, 4)).isTrue();
        assertThat(unknown(fit, 3, 4)).isEmpty();
        assertThat(fit.lawful(0, 5)).isTrue();
        assertThat(unknown(fit, 0, 5))
                .isEqualTo(
                        "It is not known whether ann and fay compete: they are in Bakeries, and not of all of them is"
                                + " the market or the town known.");
        assertThat(new Fit(leaders, Weights.USUAL, Rules.none(6).competing(false)).lawful(0, 1))
                .isTrue();
    }

    @Test
    void whatCannotBeToldIsSaidOfEveryTwoAndOfAll() {
        List<Leader> leaders = Rosters.of(
                person("ann").selling("Health", "Clinics", "dentists"),
                person("bo"),
                person("cy").selling("Health", "", "dentists"),
                person("di").selling("Law", "", "dentists"),
                person("ed").selling("Health", "Clinics"));
        Fit fit = new Fit(leaders, Weights.USUAL, Rules.none(6));
        assertThat(unknown(fit, 0, 1))
                .isEqualTo(
                        "It is not known whether bo competes with somebody here: nothing says in which industry this is.");
        assertThat(unknown(fit, 0, 2))
                .isEqualTo("It is not known whether ann and cy compete: “Health” is too broad to tell.");
        assertThat(unknown(fit, 0, 3)).isEmpty();
        assertThat(unknown(fit, 0, 4)).isNotEmpty();
        assertThat(fit.competition(List.of("ann", "bo", "cy", "nobody here")))
                .containsExactly(
                        new Reason.IndustryUnknown(List.of(leaders.get(1))),
                        new Reason.IndustryBroad(List.of(leaders.get(0), leaders.get(2)), "Health"));
        assertThat(fit.competitors.unknown()).contains(new Reason.CompetitionUnknown(1, 2, 1, 5));
        assertThat(fit.lawful(0, 1) && fit.lawful(0, 2) && fit.lawful(0, 4)).isTrue();
    }

    private static String unknown(Fit fit, int i, int j) {
        return Reason.in(
                fit.competitors.among(new int[] {i, j}).stream()
                        .filter(reason -> !(reason instanceof Reason.Rule))
                        .toList(),
                Sentences.ENGLISH);
    }

    @Test
    void peopleCorrectTheTableBothWays() {
        List<Leader> leaders = Rosters.of(
                person("ann").selling("Health", "Clinics", "dentists"),
                person("bo").selling("Health", "Clinics", "dentists"),
                person("cy"));
        Rules rules = ruling().competing("cy", "ann").notCompeting("bo", "ann").rules();
        Fit fit = new Fit(leaders, Weights.USUAL, rules);
        assertThat(fit.lawful(0, 1)).isTrue();
        assertThat(fit.forbids(0, 1)).isEmpty();
        assertThat(fit.lawful(0, 2)).isFalse();
        assertThat(fit.forbids(2, 0)).isPresent();
    }

    @Test
    void theTableOfCompetitorsHoldsEachPairOnceWithWhyAndAsCorrected() {
        List<Leader> leaders = Rosters.of(
                person("ann").selling("Health", "Clinics", "dentists"),
                person("bo").selling("Health", "Clinics", "dentists", "vets"),
                person("cy").selling("Health", "Clinics", "vets"),
                person("di"));
        Rules rules = ruling().competing("di", "ann")
                .competing("di", "nobody here")
                .notCompeting("cy", "bo")
                .rules();

        assertThat(new Competitors(leaders, rules).table())
                .containsExactly(
                        new Rivals(
                                leaders.get(0),
                                leaders.get(1),
                                new Reason.Compete(leaders.get(0), leaders.get(1), "Clinics", List.of("dentists"))),
                        new Rivals(
                                leaders.get(0),
                                leaders.get(3),
                                new Reason.CompeteByTable(leaders.get(0), leaders.get(3))));
    }

    @Test
    void whatIsForbiddenIsExplainedAndWhatIsNotIsNot() {
        List<Leader> leaders = Rosters.many(80, 3);
        Fit fit = new Fit(leaders, Weights.USUAL, Rules.none(1));
        for (int i = 0; i < leaders.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(fit.forbids(i, j).isPresent()).isEqualTo(!fit.lawful(i, j));
            }
        }
    }

    @Test
    void zonesMayLieAsFarApartAsAllowedAndNoFarther() {
        Fit fit = new Fit(
                Rosters.of(
                        person("ann").inZone(0),
                        person("bo").inZone(6),
                        person("cy").inZone(6.5),
                        person("di")),
                Weights.USUAL,
                Rules.none(6));
        assertThat(fit.lawful(0, 1)).isTrue();
        assertThat(fit.lawful(0, 2)).isFalse();
        assertThat(fit.lawful(0, 3)).isTrue();
        assertThat(told(fit, 0, 2)).contains("ann and cy are 6.5 hours apart; 6 are allowed.");
    }

    @Test
    void oneLanguageMustBeCommonToAll() {
        Fit fit = new Fit(
                Rosters.of(
                        person("ann").speaking("Norwegian", "English"),
                        person("bo").speaking("English", "French"),
                        person("cy").speaking("French", "Norwegian")),
                Weights.USUAL,
                Rules.none(6));
        SeatPlan seating = new SeatPlan(fit, PAIRS, 1);
        seating.sit(0, 0);
        assertThat(seating.lawful(1, 0, SeatPlan.NOBODY)).isTrue();
        seating.sit(1, 0);
        assertThat(fit.lawful(0, 2)).isTrue();
        assertThat(fit.lawful(1, 2)).isTrue();
        assertThat(seating.lawful(2, 0, SeatPlan.NOBODY)).isFalse();
        assertThat(seating.lawful(2, 0, 0)).isTrue();
    }

    @Test
    void wishesThatCannotHoldTogetherAreNamedWithTheFewestThatContradict() {
        Fit fit = new Fit(
                Rosters.of(
                        person("ann"), person("bo"), person("cy").conflictingWith("ann"), person("di"), person("ed")),
                Weights.USUAL,
                Rules.none(6));
        Rules rules = ruling().together("di", "ed")
                .together("ann", "bo")
                .together("bo", "cy")
                .rules();
        KeptTogether wishes = new KeptTogether(fit, PAIRS, rules);
        assertThat(wishes.contradictions())
                .extracting(reason -> reason.in(Sentences.ENGLISH))
                .containsExactly("These cannot hold together, and the first is given up: bo and cy are to sit together."
                        + " bo and ann are to sit together. ann and cy have a disclosed conflict.");
        assertThat(wishes.blockOf(0)).containsExactlyInAnyOrder(0, 1);
        assertThat(wishes.blockOf(2)).containsExactly(2);
    }

    @Test
    void moreTiesThanSeatsAreNamed() {
        Fit fit = new Fit(Rosters.many(6, 1), Weights.USUAL, Rules.none(6));
        Rules rules = ruling().together("p0", "p1").together("p0", "p2").rules();
        assertThat(new KeptTogether(fit, new SizeLimits(2, 2, 2), rules).contradictions())
                .singleElement()
                .extracting(reason -> reason.in(Sentences.ENGLISH))
                .asString()
                .contains("put 3 people into one group, and 2 fit");
    }

    @Test
    void lockedSeatsAndTiesStayThroughTheSearch() {
        List<Leader> leaders = Rosters.many(60, 6);
        Rules rules = ruling().together("p5", "p9")
                .locked("p1", "North")
                .locked("p2", "South")
                .locked("p3", "North")
                .rules();
        Fit fit = new Fit(leaders, Weights.USUAL, rules);
        KeptTogether wishes = new KeptTogether(fit, SizeLimits.USUAL, rules);
        assertThat(wishes.contradictions()).isEmpty();
        Chance chance = new Chance(1);
        SeatPlan seating = new FirstSeats(fit, SizeLimits.USUAL, wishes, chance).seat();
        new SeatingSearch(seating, wishes, chance).run(Budget.ofSteps(60_000, () -> false), 1, progress -> {});
        assertThat(Optional.of(seating.groupOf[1])).isEqualTo(wishes.lockOf(1));
        assertThat(seating.groupOf[3]).isEqualTo(seating.groupOf[1]);
        assertThat(seating.groupOf[2]).isNotEqualTo(seating.groupOf[1]);
        assertThat(seating.groupOf[5]).isEqualTo(seating.groupOf[9]);
    }

    @Test
    void aTieThatLeavesNoCommonLanguageIsGivenUp() {
        Fit fit = new Fit(
                Rosters.of(
                        person("ann").speaking("Norwegian", "English"),
                        person("bo").speaking("English", "French"),
                        person("cy").speaking("French", "Norwegian"),
                        person("di").speaking("English", "French", "Norwegian")),
                Weights.USUAL,
                Rules.none(6));
        Rules rules = ruling().together("ann", "bo")
                .together("ann", "di")
                .together("bo", "cy")
                .rules();
        KeptTogether wishes = new KeptTogether(fit, PAIRS, rules);
        assertThat(wishes.contradictions())
                .extracting(reason -> reason.in(Sentences.ENGLISH))
                .containsExactly("These cannot hold together, and the first is given up: bo and cy are to sit together."
                        + " bo and ann are to sit together. No language is common to ann, bo and cy.");
    }

    @Test
    void ofSeveralContradictionsTheShortestIsNamed() {
        Fit fit = new Fit(
                Rosters.of(person("ann"), person("bo"), person("cy"), person("di")),
                Weights.USUAL,
                ruling().apart("ann", "di").apart("cy", "di").rules());
        Rules rules = ruling().together("ann", "bo")
                .together("bo", "cy")
                .together("cy", "di")
                .rules();
        assertThat(new KeptTogether(fit, PAIRS, rules).contradictions())
                .extracting(reason -> reason.in(Sentences.ENGLISH))
                .containsExactly("These cannot hold together, and the first is given up: cy and di are to sit together."
                        + " cy and di are to be kept apart.");
    }

    @Test
    void aLockNamedByANumberMeansThatGroupAndTheOthersTakeWhatIsFree() {
        List<Leader> leaders = Rosters.many(60, 6);
        Rules rules = ruling().locked("p1", "North")
                .locked("p2", "1")
                .locked("p3", "4")
                .rules();
        KeptTogether wishes = new KeptTogether(new Fit(leaders, Weights.USUAL, rules), SizeLimits.USUAL, rules);
        assertThat(wishes.locks()).containsEntry("1", 0).containsEntry("4", 3).containsEntry("North", 1);
    }

    @Test
    void moreLockedGroupsThanThePeopleMakeAreNamed() {
        List<Leader> leaders = Rosters.many(17, 6);
        Rules rules = ruling().locked("p1", "North")
                .locked("p2", "South")
                .locked("p3", "East")
                .rules();
        KeptTogether wishes = new KeptTogether(new Fit(leaders, Weights.USUAL, rules), SizeLimits.USUAL, rules);
        assertThat(wishes.contradictions())
                .extracting(reason -> reason.in(Sentences.ENGLISH))
                .containsExactly("Seats are locked in groups North, South and East, and 17 people make 2."
                        + " The locks of the last are given up.");
    }

    @Test
    void placesMayLieAsFarApartAsAllowedAndNoFarther() {
        List<Leader> leaders = Rosters.of(
                person("ann").at("Oslo, Norway"),
                person("bo").at("Bergen, Norway"),
                person("cy").at("Remote"));
        assertThat(within(leaders, 306).lawful(0, 1)).isTrue();
        Fit near = within(leaders, 305);
        assertThat(near.lawful(0, 1)).isFalse();
        assertThat(told(near, 0, 1)).contains("ann and bo are 306 km apart; 305 are allowed.");
        assertThat(near.lawful(0, 2)).isTrue();
        assertThat(near.placesUnknown()).isEqualTo(1);
        assertThat(new Fit(leaders, Weights.USUAL, Rules.none(6)).placesUnknown())
                .isZero();
    }

    private static Fit within(List<Leader> leaders, double kilometres) {
        return new Fit(leaders, Weights.USUAL, Rules.none(6).within(OptionalDouble.of(kilometres)));
    }

    private static Optional<String> told(Fit fit, int i, int j) {
        return fit.forbids(i, j).map(reason -> reason.in(Sentences.ENGLISH));
    }
}
