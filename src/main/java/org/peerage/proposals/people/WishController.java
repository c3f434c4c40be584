package org.peerage.proposals.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who should and who must not sit with whom, pair by pair, and the table of competitors with its corrections.
@Controller
@RequestMapping("/networks/{network}/proposals/wishes")
class WishController {

    private final Networks networks;
    private final Directory directory;
    private final Wishes wishes;

    WishController(Networks networks, Directory directory, Wishes wishes) {
        this.networks = networks;
        this.directory = directory;
        this.wishes = wishes;
    }

    /// @param offered for the two sides, whom the typed words may mean
    record WishesPage(
            Networks.Network network,
            List<Wishes.Wish> wishes,
            Map<String, String> typed,
            Map<String, Message> wrong,
            Map<String, List<Directory.Entry>> offered) {

        String base() {
            return "/networks/" + network.id() + "/proposals";
        }

        String value(String field) {
            return typed.getOrDefault(field, "");
        }

        List<Directory.Entry> offered(String side) {
            return offered.getOrDefault(side, List.of());
        }
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID network) {
        return page(convened(network), Map.of(), Map.of(), Map.of());
    }

    @PostMapping
    ModelAndView keep(@PathVariable UUID network, @RequestParam Map<String, String> typed) {
        var convened = convened(network);
        var wrong = new LinkedHashMap<String, Message>();
        var offered = new LinkedHashMap<String, List<Directory.Entry>>();
        var one = meant(convened.id(), "one", typed, wrong, offered);
        var other = meant(convened.id(), "other", typed, wrong, offered);
        var kind = Wishes.Kind.named(typed.getOrDefault("kind", ""));
        if (kind.isEmpty()) {
            wrong.put("kind", Message.of("proposals.wishes.wrong.kind"));
        }
        if (one.isEmpty() || other.isEmpty() || kind.isEmpty()) {
            return page(convened, typed, wrong, offered);
        }
        return switch (wishes.keep(convened.id(), one.get(), other.get(), kind.get())) {
            case Wishes.Keeping.Kept() -> new ModelAndView("redirect:/networks/" + network + "/proposals/wishes");
            case Wishes.Keeping.Standing(var standing) ->
                standing == kind.get()
                        ? new ModelAndView("redirect:/networks/" + network + "/proposals/wishes")
                        : page(
                                convened,
                                typed,
                                Map.of("pair", Message.of("proposals.wishes.wrong.standing." + standing.key())),
                                offered);
            case Wishes.Keeping.OnePersonTwice() ->
                page(convened, typed, Map.of("other", Message.of("proposals.wishes.wrong.twice")), offered);
            case Wishes.Keeping.Unknown() -> throw new NotFound();
        };
    }

    @PostMapping("/take-back")
    String takeBack(
            @PathVariable UUID network, @RequestParam("one-id") UUID one, @RequestParam("other-id") UUID other) {
        wishes.takeBack(convened(network).id(), new ProfileId(one), new ProfileId(other));
        return "redirect:/networks/" + network + "/proposals/wishes";
    }

    /// By the id that was picked, or by words that mean one leader only; otherwise the few that they may mean are
    /// offered.
    private Optional<ProfileId> meant(
            NetworkId network,
            String side,
            Map<String, String> typed,
            Map<String, Message> wrong,
            Map<String, List<Directory.Entry>> offered) {
        var picked = typed.getOrDefault(side + "-id", "");
        if (!picked.isEmpty()) {
            try {
                return Optional.of(new ProfileId(UUID.fromString(picked)));
            } catch (IllegalArgumentException e) {
                throw new NotFound();
            }
        }
        var words = typed.getOrDefault(side, "").strip();
        return switch (directory.meant(network, words)) {
            case Directory.Meant.One(var entry) -> Optional.of(entry.id());
            case Directory.Meant.Several(var some) -> {
                wrong.put(side, Message.of("proposals.wishes.wrong.several", words));
                offered.put(side, some);
                yield Optional.empty();
            }
            case Directory.Meant.Nobody() -> {
                wrong.put(
                        side,
                        words.isEmpty()
                                ? Message.of("proposals.wishes.wrong.empty")
                                : Message.of("proposals.wishes.wrong.nobody", words));
                yield Optional.empty();
            }
        };
    }

    private ModelAndView page(
            Networks.Network network,
            Map<String, String> typed,
            Map<String, Message> wrong,
            Map<String, List<Directory.Entry>> offered) {
        var view = new ModelAndView(
                "proposals/people/wishes",
                Map.of("page", new WishesPage(network, wishes.of(network.id()), typed, wrong, offered)));
        view.setStatus(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Networks.Network convened(UUID network) {
        return networks.find(new NetworkId(network))
                .filter(Networks.Network::convened)
                .orElseThrow(NotFound::new);
    }
}
