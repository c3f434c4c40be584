package org.peerage.networks.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.Column;
import org.peerage.networks.Facts;
import org.peerage.networks.NetworkForm;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A leader in the directory, and one's own profile to change.
@Controller
@RequestMapping("/networks/{network}")
class ProfileController {

    private static final List<Column> SHOWN = List.of(
            Column.ORGANISATION,
            Column.ROLE_TITLE,
            Column.INDUSTRY,
            Column.SUBINDUSTRY,
            Column.TAGS,
            Column.TEAM_SIZE,
            Column.STAGE,
            Column.STATUS,
            Column.PLACE,
            Column.COUNTRY,
            Column.TIME_ZONE,
            Column.REMOTE,
            Column.LANGUAGES,
            Column.EXPERIENCE_YEARS,
            Column.HAS_DONE,
            Column.AIMS,
            Column.EMAIL);

    private final Networks networks;
    private final ProfileStore profiles;
    private final Companions companions;

    ProfileController(Networks networks, ProfileStore profiles, Companions companions) {
        this.networks = networks;
        this.profiles = profiles;
        this.companions = companions;
    }

    /// @param wanted with whom they would like to sit, where that is for the reader to know
    record ProfilePage(
            Networks.Network network, ProfileStore.Profile profile, Optional<CompanionController.Wanted> wanted) {

        List<Column> known() {
            return SHOWN.stream()
                    .filter(column -> !profile.facts().text(column).isEmpty())
                    .toList();
        }
    }

    /// @param stale the profile changed while the person typed; what is stored now stands beside what was typed
    record EditPage(
            Networks.Network network,
            ProfileForm form,
            int version,
            Map<Column, Message> wrong,
            @Nullable Facts stale,
            List<String> zones) {}

    @GetMapping("/directory/{profile}")
    String page(@PathVariable UUID network, @PathVariable UUID profile, Model model) {
        var found = find(network);
        var leader = profiles.find(found.id(), new ProfileId(profile)).orElseThrow(NotFound::new);
        var wanted = found.convened() || leader.own()
                ? Optional.of(CompanionController.Wanted.of(companions.of(leader.id())))
                : Optional.<CompanionController.Wanted>empty();
        model.addAttribute("page", new ProfilePage(found, leader, wanted));
        return "networks/directory/profile";
    }

    @GetMapping("/profile")
    ModelAndView edit(@PathVariable UUID network) {
        var found = find(network);
        var own = profiles.own(found.id()).orElseThrow(NotFound::new);
        return form(found, ProfileForm.of(own.facts()), own.version(), Map.of(), null);
    }

    @PostMapping("/profile")
    ModelAndView change(
            @PathVariable UUID network, @RequestParam int version, @RequestParam Map<String, String> parameters) {
        var found = find(network);
        var own = profiles.own(found.id()).orElseThrow(NotFound::new);
        var form = ProfileForm.of(parameters);
        return switch (form.parse(own.facts())) {
            case ProfileForm.Parsed.Invalid(var wrong) -> form(found, form, version, wrong, null);
            case ProfileForm.Parsed.Valid(var facts) -> {
                var read = new ProfileStore.Profile(own.id(), own.facts(), true, true, version);
                yield profiles.change(found.id(), read, facts)
                        ? new ModelAndView("redirect:/networks/" + network + "/directory/" + own.id())
                        : form(found, form, own.version(), Map.of(), own.facts());
            }
        };
    }

    private Networks.Network find(UUID network) {
        return networks.find(new NetworkId(network)).orElseThrow(NotFound::new);
    }

    private static ModelAndView form(
            Networks.Network network,
            ProfileForm form,
            int version,
            Map<Column, Message> wrong,
            @Nullable Facts stale) {
        var view = new ModelAndView(
                "networks/directory/profileForm",
                Map.of("page", new EditPage(network, form, version, wrong, stale, NetworkForm.zones())));
        view.setStatus(
                stale != null
                        ? HttpStatus.CONFLICT
                        : wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
