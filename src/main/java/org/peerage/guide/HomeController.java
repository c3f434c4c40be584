package org.peerage.guide;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.peerage.networks.Networks;
import org.peerage.tenancy.Acting;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page, for visitors and for the signed in.
@Controller
class HomeController {

    private final Networks networks;
    private final HomeStore store;
    private final InstantSource clock;

    HomeController(Networks networks, HomeStore store, InstantSource clock) {
        this.networks = networks;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model) {
        if (Acting.person().isEmpty()) {
            return "guide/start";
        }
        var mine = networks.mine();
        var now = clock.instant();
        var zone = mine.stream().map(Networks.Network::zone).findFirst().orElse((ZoneId) ZoneOffset.UTC);
        model.addAttribute(
                "page",
                HomePage.of(new HomePage.Circumstances(
                        LocalDate.ofInstant(now, zone),
                        networks.mayFound(),
                        mine,
                        store.networksWithLeaders(),
                        store.groups(),
                        store.meetings(now),
                        store.commitments())));
        return "guide/home";
    }
}
