package org.peerage.opensheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.groups.CharterTerms;

/// What a stranger is asked, and which numbers are told of people.
class FitTests {

    @Test
    void fewerThanFourAreNotCounted() {
        var three = List.of(trade("Boats", 8), trade("Sails", 300), trade("Ropes", 40), trade("", 0));
        assertThat(Makeup.of(three).industries()).isEmpty();
        assertThat(Makeup.of(three).saysSizes()).isFalse();
    }

    @Test
    void ofFourTheIndustriesAreCountedAndTheSizesRounded() {
        var makeup =
                Makeup.of(List.of(trade("Boats", 10), trade("Sails", 11), trade("Boats", 200), trade("Ropes", 201)));
        assertThat(makeup.industries()).hasValue(3);
        assertThat(makeup.least()).hasValue(0);
        assertThat(makeup.most()).hasValue(3);
        assertThat(Makeup.step(1000)).isEqualTo(3);
        assertThat(Makeup.step(1001)).isEqualTo(4);
    }

    @Test
    void thoseWithOneAimAreNotAskedWhomTheyCompeteWith() {
        var nothing = Makeup.of(List.of());
        assertThat(keys("leaders", nothing))
                .containsExactly(
                        "belongs-leaders", "market", "competitors", "time", "preparation", "share", "confidences");
        assertThat(keys("aim", nothing)).containsExactly("belongs-aim", "time", "preparation", "share", "confidences");
    }

    @Test
    void whereSizesAreKnownTheyAreAskedFor() {
        var four = Makeup.of(List.of(trade("", 20), trade("", 20), trade("", 60), trade("", 20)));
        assertThat(keys("founders", four)).contains("size");
    }

    @Test
    void whereAllAreOfOneSizeNothingReachesFromItToItself() {
        var several = Makeup.of(List.of(trade("", 20), trade("", 20), trade("", 60), trade("", 20)));
        var one = Makeup.of(List.of(trade("", 20), trade("", 30), trade("", 40), trade("", 50)));
        assertThat(Fit.sizes(several).key()).isEqualTo("opensheet.read.sizes");
        assertThat(Fit.sizes(one).key()).isEqualTo("opensheet.read.sizes.one");
    }

    private static OpenSheetStore.Trade trade(String industry, int size) {
        return new OpenSheetStore.Trade(industry, size);
    }

    private static List<String> keys(String belongs, Makeup makeup) {
        var terms = new CharterTerms(
                1,
                true,
                Map.of(
                        "belongs", belongs,
                        "meetingsPerYear", "11",
                        "meetingMinutes", "240",
                        "missesPerYear", "2",
                        "preparationMinutes", "15",
                        "presentationsPerYear", "1"),
                Map.of());
        return Fit.questions(terms, makeup).stream().map(Fit.Question::key).toList();
    }
}
