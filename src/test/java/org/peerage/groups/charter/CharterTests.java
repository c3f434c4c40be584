package org.peerage.groups.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.GroupSize;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

class CharterTests {

    private static final CharterTemplate TEMPLATE = CharterTemplate.shipped();
    private static final Map<String, String> FRAME = frame("Tuesday Circle", "We grow.");

    private static Map<String, String> frame(String name, String purpose) {
        return Map.of("group", name, "purpose", purpose);
    }

    @Test
    void everyGapOfTheTemplateIsFilledAndEveryTermIsUsed() {
        var written = TEMPLATE.draft(GroupSize.USUAL).words(TEMPLATE, frame("Tuesday Circle", "We grow."));

        assertThat(written).hasSizeGreaterThanOrEqualTo(25);
        assertThat(written).extracting(Clause.Written::text).noneMatch(text -> text.matches("(?s).*[{}].*"));
        assertThat(TEMPLATE.clauses())
                .allSatisfy(clause -> assertThat(clause.terms())
                        .allSatisfy(term -> assertThat(words(clause)).contains("{" + term.key() + "}")));
        var keys = TEMPLATE.terms().map(Term::key).toList();
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
        assertThat(TEMPLATE.terms())
                .allSatisfy(term ->
                        assertThat(term.parse(term.initial())).as(term.key()).contains(term.initial()));
    }

    /// A clause with all the sentences that its choices may bring in.
    private static String words(Clause clause) {
        return clause.text()
                + clause.terms().stream()
                        .flatMap(term -> term instanceof Term.Choice choice
                                ? choice.options().stream().map(Term.Option::phrase)
                                : Stream.<String>empty())
                        .collect(Collectors.joining());
    }

    @Test
    void aFineIsNamedWithItsAmount() {
        var fines = TEMPLATE.clauses().stream()
                .filter(clause -> clause.id().equals("fines"))
                .findFirst()
                .orElseThrow();

        assertThat(fines.write(Map.of("fines", "treasury", "fineAmount", "50"), Map.of())
                        .text())
                .isEqualTo("Whoever is late pays 50 into our common purse, without discussion.");
    }

    @Test
    void aDraftStartsFromTheSizeOfTheGroupAndWithoutFines() {
        var draft = TEMPLATE.draft(new GroupSize(6, 9, 10));

        assertThat(draft.values()).containsEntry("smallest", "6").containsEntry("largest", "10");
        assertThat(draft.values()).containsEntry("fines", "none").containsEntry("graceMinutes", "1");
    }

    @Test
    void whatTheGroupTypedIsNeverTakenForAGap() {
        var words = TEMPLATE.draft(GroupSize.USUAL).words(TEMPLATE, frame("Circle {largest}", "For {group}."));

        assertThat(words.getFirst().text()).contains("Circle {largest}");
    }

    @ParameterizedTest
    @CsvSource({
        "graceMinutes,0,true",
        "graceMinutes,30,true",
        "graceMinutes,31,false",
        "graceMinutes,-1,false",
        "graceMinutes,soon,false",
        "fines,treasury,true",
        "fines,none at all,false"
    })
    void aTermTakesWhatLiesWithinItsBounds(String key, String typed, boolean accepted) {
        var editing = TEMPLATE.draft(GroupSize.USUAL)
                .edit(TEMPLATE, Charter.Typed.terms(Map.of(key, typed), Set.of()), FRAME);

        if (accepted) {
            assertThat(editing)
                    .isInstanceOfSatisfying(
                            Charter.Editing.Edited.class,
                            edited -> assertThat(edited.draft().values()).containsEntry(key, typed));
        } else {
            assertThat(editing).isEqualTo(new Charter.Editing.Wrong(Map.of(key, typed)));
        }
    }

    @Test
    void onlyAnOptionalClauseIsStruck() {
        var editing = TEMPLATE.draft(GroupSize.USUAL)
                .edit(TEMPLATE, Charter.Typed.terms(Map.of(), Set.of("retreats", "confidentiality", "no")), FRAME);

        assertThat(editing)
                .isInstanceOfSatisfying(
                        Charter.Editing.Edited.class,
                        edited -> assertThat(edited.draft().struck()).containsExactly("retreats"));
    }

    @Test
    void aCharterNeverAsksForMoreMembersThanItAllows() {
        assertThat(TEMPLATE.draft(GroupSize.USUAL)
                        .edit(TEMPLATE, Charter.Typed.terms(Map.of("smallest", "9", "largest", "8"), Set.of()), FRAME))
                .isEqualTo(new Charter.Editing.Wrong(Map.of("smallest", "9")));
    }

    @Test
    void fixedWordsAreTheDraftsWordsAndAskEachForASignature() {
        var at = Instant.parse("2026-11-02T09:00:00Z");
        var draft = TEMPLATE.draft(GroupSize.USUAL);
        var fixed = draft.fix(TEMPLATE, frame("Tuesday Circle", "We grow."), at);
        var person = new PersonId(Ids.next());

        assertThat(fixed.words()).isEqualTo(draft.words(TEMPLATE, frame("Tuesday Circle", "We grow.")));
        assertThat(fixed.signedBy(person)).isFalse();
        var signed = new Charter.Fixed(
                1, Map.of(), Wording.TEMPLATE, List.of(), at, List.of(new Charter.Signature(person, "Ada", at)));
        assertThat(signed.signedBy(person)).isTrue();
    }

    /// Six choices were parameters before that no program keeps: what a group had signed of them stays its own.
    @Test
    void whatAFormerTermHadSaidStaysWhenTheCharterChanges() {
        var was =
                "The chair guides the meeting, keeps this charter and speaks with each of us between meetings. We elect "
                        + "the chair in a secret ballot. A term is 12 months. The next chair is trained before taking over.";
        var values = new HashMap<>(TEMPLATE.draft(GroupSize.USUAL).values());
        values.put("chairing", "elected");
        values.put("purse", "treasurer");
        var words = TEMPLATE.draft(GroupSize.USUAL).words(TEMPLATE, FRAME).stream()
                .map(clause -> clause.id().equals("chair") ? new Clause.Written("chair", clause.title(), was) : clause)
                .toList();
        var fixed = new Charter.Fixed(1, values, Wording.TEMPLATE, words, Instant.EPOCH, List.of());

        var draft = fixed.amended(2, TEMPLATE, FRAME);

        assertThat(draft.values()).doesNotContainKeys("chairing", "purse").containsEntry("chairMonths", "12");
        assertThat(draft.wording().own()).containsExactly(Map.entry("chair", was.replace(" A term is 12 months.", "")));
        assertThat(draft.words(TEMPLATE, FRAME))
                .filteredOn(clause -> clause.id().equals("chair"))
                .singleElement()
                .extracting(Clause.Written::text)
                .asString()
                .contains("We elect the chair in a secret ballot.")
                .endsWith("(Months of a chair's term: 12)");
        assertThat(fixed.words()).as("what is signed").isEqualTo(words);
    }

    @Test
    void theTermsAnswerWithNumbersAndWords() {
        var terms = new CharterTerms(1, true, TEMPLATE.draft(GroupSize.USUAL).values(), Map.of());

        assertThat(terms.meetingMinutes()).isEqualTo(240);
        assertThat(terms.missesPerYear()).isEqualTo(2);
        assertThat(terms.newcomersReadAll()).isFalse();
        assertThat(terms.text("history")).matches(Pattern.compile("from-today"));
    }
}
