package org.peerage.networks.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A leader says on their own page with whom they would like to sit, or a convener says it for them.
@Controller
@RequestMapping("/networks/{network}/directory/{profile}/companions")
class CompanionController {

    private final Networks networks;
    private final ProfileStore profiles;
    private final Directory directory;
    private final Companions companions;

    CompanionController(Networks networks, ProfileStore profiles, Directory directory, Companions companions) {
        this.networks = networks;
        this.profiles = profiles;
        this.directory = directory;
        this.companions = companions;
    }

    /// @param typed whom somebody looked for
    /// @param offered whom that may mean
    record Wanted(
            List<Companions.Companion> companions,
            String typed,
            Optional<Message> wrong,
            List<Directory.Entry> offered) {

        static Wanted of(List<Companions.Companion> companions) {
            return new Wanted(companions, "", Optional.empty(), List.of());
        }

        boolean full() {
            return companions.size() >= Companions.MOST;
        }
    }

    @PostMapping
    ModelAndView wish(
            @PathVariable UUID network,
            @PathVariable UUID profile,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(name = "who-id", required = false) Optional<UUID> picked) {
        var convened = networks.find(new NetworkId(network)).orElseThrow(NotFound::new);
        var found = tellable(convened, new ProfileId(profile));
        if (picked.isPresent()) {
            return wish(convened, found, new ProfileId(picked.get()), who);
        }
        return switch (directory.meant(convened.id(), who)) {
            case Directory.Meant.One(var entry) -> wish(convened, found, entry.id(), who);
            case Directory.Meant.Several(var some) -> again(convened, found, who, "several", some);
            case Directory.Meant.Nobody() -> again(convened, found, who, who.isBlank() ? "empty" : "nobody", List.of());
        };
    }

    @PostMapping("/take-back")
    String takeBack(@PathVariable UUID network, @PathVariable UUID profile, @RequestParam("who-id") UUID other) {
        var convened = networks.find(new NetworkId(network)).orElseThrow(NotFound::new);
        var found = tellable(convened, new ProfileId(profile));
        companions.takeBack(found.id(), new ProfileId(other));
        return "redirect:" + address(convened, found);
    }

    private ModelAndView wish(Networks.Network network, ProfileStore.Profile profile, ProfileId other, String who) {
        return switch (companions.wish(network.id(), profile.id(), other)) {
            case Companions.Wishing.Kept() -> new ModelAndView("redirect:" + address(network, profile));
            case Companions.Wishing.Oneself() -> again(network, profile, who, "oneself", List.of());
            case Companions.Wishing.TooMany(var most) -> again(network, profile, who, "many", List.of());
            case Companions.Wishing.Unknown() -> throw new NotFound();
        };
    }

    private ModelAndView again(
            Networks.Network network,
            ProfileStore.Profile profile,
            String who,
            String wrong,
            List<Directory.Entry> offered) {
        var view = new ModelAndView(
                "networks/directory/profile",
                "page",
                new ProfileController.ProfilePage(
                        network,
                        profile,
                        Optional.of(new Wanted(
                                companions.of(profile.id()),
                                who,
                                Optional.of(new Message(
                                        "networks.companions.wrong." + wrong, List.of(who.strip(), Companions.MOST))),
                                offered))));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ProfileStore.Profile tellable(Networks.Network network, ProfileId profile) {
        return profiles.find(network.id(), profile)
                .filter(found -> network.convened() || found.own())
                .orElseThrow(NotFound::new);
    }

    private static String address(Networks.Network network, ProfileStore.Profile profile) {
        return "/networks/" + network.id() + "/directory/" + profile.id() + "#companions";
    }
}
