package org.peerage.composition.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerage.composition.Criterion;
import org.peerage.composition.Leader;
import org.peerage.composition.Reason;
import org.peerage.composition.commandline.Sentences;

class ReasonTests {

    @Test
    void everyReasonAndCriterionHasATextAndEveryTextIsUsed() throws IOException {
        Properties texts = new Properties();
        try (InputStream in = ReasonTests.class.getResourceAsStream("/messages/composition.properties")) {
            texts.load(Objects.requireNonNull(in));
        }
        List<String> reasons = leaves(Reason.class)
                .map(type -> "composition.reason."
                        + type.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
                        + type.getSimpleName().substring(1))
                .toList();
        List<String> criteria =
                Arrays.stream(Criterion.values()).map(Criterion::key).toList();
        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Stream.of(reasons, criteria, List.of("composition.and"))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void partsOfASentenceAreJoinedAndSentencesFollowEachOther() {
        Reason fits = new Reason.FitsTheOthers(
                0.724, List.of(new Reason.Share(Criterion.STAGE, 0.9), new Reason.Share(Criterion.ROLE, 0.5)));
        assertThat(fits.in(Sentences.ENGLISH))
                .isEqualTo("Fits the others at 72 %, most by similar stage (90 %) and similar role (50 %).");
        assertThat(new Reason.FitsTheOthers(1, List.of()).in(Sentences.ENGLISH)).isEqualTo("Fits the others at 100 %.");
        assertThat(Reason.in(List.of(new Reason.SeatLocked(), new Reason.OthersWouldLose()), Sentences.ENGLISH))
                .isEqualTo("The seat is locked. The groups together would lose more than this seat gains.");
    }

    @Test
    void aNameThatLooksLikeAPatternIsShownAsItIs() {
        List<Leader> leaders = Rosters.of(Rosters.person("{0} O'Neil"), Rosters.person("bo"));
        assertThat(new Reason.KeptApart(leaders.getFirst(), leaders.getLast()).in(Sentences.ENGLISH))
                .isEqualTo("{0} O'Neil and bo are to be kept apart.");
        assertThat(new Reason.FitsTheOthers(0.5, List.of(new Reason.Share(Criterion.WISHES, 1)))
                        .in((key, arguments) ->
                                key.endsWith("wishes") ? "{0}" : Sentences.ENGLISH.apply(key, arguments)))
                .isEqualTo("Fits the others at 50 %, most by {0} (100 %).");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ReasonTests::leaves)
                : Stream.of(type);
    }
}
