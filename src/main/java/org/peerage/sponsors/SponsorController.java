package org.peerage.sponsors;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a sponsor sees, and the convener's page of sponsors.
@Controller
class SponsorController {

    private final Sponsors sponsors;
    private final SponsorInvitations invitations;

    SponsorController(Sponsors sponsors, SponsorInvitations invitations) {
        this.sponsors = sponsors;
        this.invitations = invitations;
    }

    @GetMapping("/networks/{network}/sponsor")
    ModelAndView ofNetwork(@PathVariable UUID network) {
        return shown(sponsors.page(new NetworkId(network)));
    }

    @GetMapping("/groups/{group}/sponsor")
    ModelAndView ofGroup(@PathVariable UUID group) {
        return shown(sponsors.page(new GroupId(group)));
    }

    private static ModelAndView shown(SponsoredPage page) {
        return new ModelAndView("sponsors/sponsored", Map.of("page", page));
    }

    @GetMapping("/networks/{network}/sponsors")
    ModelAndView all(@PathVariable UUID network) {
        return all(invitations.page(new NetworkId(network)));
    }

    /// The link is in the answer and nowhere else.
    @PostMapping("/networks/{network}/sponsors")
    ModelAndView invite(
            @PathVariable UUID network,
            @RequestParam UUID id,
            @RequestParam String name,
            @RequestParam Optional<UUID> group) {
        return all(invitations.invite(new NetworkId(network), id, name, group.map(GroupId::new)));
    }

    @PostMapping("/networks/{network}/sponsors/{sponsor}/link")
    ModelAndView link(@PathVariable UUID network, @PathVariable UUID sponsor) {
        return all(invitations.link(new NetworkId(network), sponsor));
    }

    @PostMapping("/networks/{network}/sponsors/{sponsor}/end")
    String end(@PathVariable UUID network, @PathVariable UUID sponsor) {
        var id = new NetworkId(network);
        invitations.end(id, sponsor);
        return "redirect:" + id.address() + "/sponsors";
    }

    private static ModelAndView all(SponsorsPage page) {
        return new ModelAndView(
                "sponsors/sponsors",
                Map.of("page", page),
                page.wrong().isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
