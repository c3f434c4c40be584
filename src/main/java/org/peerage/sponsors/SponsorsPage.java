package org.peerage.sponsors;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.peerage.groups.GroupId;
import org.peerage.networks.Networks;

/// The sponsors of a network and of its groups, for its convener.
///
/// @param made a link, shown once
/// @param wrong what was typed and cannot be a name
record SponsorsPage(
        Networks.Network network,
        List<Sponsor> sponsors,
        List<SponsoredGroups.Named> groups,
        Optional<Made> made,
        Optional<Wrong> wrong,
        Instant now)
        implements Networks.Within {

    record Made(String name, String url) {}

    record Wrong(String name, Optional<GroupId> group) {}

    String address() {
        return network.id().address() + "/sponsors";
    }

    String typed() {
        return wrong.map(Wrong::name).orElse("");
    }

    boolean chosen(GroupId group) {
        return wrong.flatMap(Wrong::group).filter(group::equals).isPresent();
    }

    /// Empty where it is the whole network.
    String group(Sponsor sponsor) {
        return groups.stream()
                .filter(group ->
                        sponsor.what().group().filter(group.id()::equals).isPresent())
                .map(SponsoredGroups.Named::name)
                .findFirst()
                .orElse("");
    }

    LocalDate since(Sponsor sponsor) {
        return LocalDate.ofInstant(sponsor.changedAt(), network.zone());
    }
}
