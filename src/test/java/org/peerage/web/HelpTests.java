package org.peerage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.Caller;
import org.peerage.RunningPeerage;

class HelpTests {

    private final Caller caller = Caller.stranger(RunningPeerage.shared());

    @Test
    void everyRoleIsOneStepFromEveryPage() {
        var help = caller.page("/help");
        assertThat(help.select("footer a").eachAttr("href")).containsExactly("/help");
        assertThat(help.select("main nav a").eachAttr("href"))
                .containsExactly("/help/member", "/help/chair", "/help/convener", "/help/operator");
    }

    @ParameterizedTest
    @CsvSource({"member, 8", "chair, 8", "convener, 4", "operator, 4"})
    void eachAsksAndAnswers(String role, int questions) {
        var page = caller.page("/help/" + role);
        assertThat(page.select("main section h2").eachText())
                .hasSize(questions)
                .doesNotHaveDuplicates()
                .noneMatch(question -> question.startsWith("web."));
        assertThat(page.select("main section p").eachText())
                .hasSize(questions)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        assertThat(page.select("main nav a").eachAttr("href")).contains("/help").doesNotContain("/help/" + role);
    }

    @Test
    void noOtherRoleHasOne() {
        assertThat(caller.get("/help/emperor").statusCode()).isEqualTo(404);
    }

    @Test
    void itIsThereInGermanToo() {
        var page = Jsoup.parse(caller.send("GET", "/help/chair", "text/html", "", Map.of("Accept-Language", "de"))
                .body());
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(page.expectFirst("h1").text()).isEqualTo("Für den Vorsitz");
    }
}
