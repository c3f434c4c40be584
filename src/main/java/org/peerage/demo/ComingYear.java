package org.peerage.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;

/// The chair sets the dates of a year by a rule, without August, and hands out who hosts and who leads when.
/// The meeting that is about to start is the chair's own.
final class ComingYear {

    private final Walker chair;
    private final String group;

    ComingYear(Walker chair, String group) {
        this.chair = chair;
        this.group = group;
    }

    /// A week ahead, as the charter has it; whoever is on it says that they will present.
    void sendAgenda(Walker presenter, Instant sent) {
        var meeting = chair.at(sent)
                .page(group + "/meetings")
                .expectFirst("main a[href$=/prepare]")
                .attr("href")
                .replace("/prepare", "");
        chair.submit(chair.page(meeting), "form[action$=/agenda/approve]", Map.of());
        presenter.at(sent.plus(Duration.ofDays(1)));
        presenter.submit(presenter.page(meeting), "form[action$=/agenda/will]", Map.of());
    }

    void arrange() {
        var year = group + "/dates/year";
        var proposed = chair.submit(
                chair.page(year),
                "form[action$=/preview]",
                Map.of("without", "8", "time", "17:00", "minutes", "240", "place", "The long table, Harbour House"));
        chair.submit(Jsoup.parse(proposed), "form[aria-labelledby=preview]", Map.of());
        chair.submit(chair.page(group + "/hosts"), "form[action='" + group + "/hosts']", Map.of());
        var rota = group + "/rota";
        chair.submit(chair.page(rota), "form[action$=/way]:has([value=true])", Map.of());
        chair.submit(
                chair.page(rota),
                "form[action$=/set]",
                Map.of("person", chair.person().toString()));
        chair.submit(chair.page(rota), "form[action='" + rota + "']", Map.of());
    }
}
