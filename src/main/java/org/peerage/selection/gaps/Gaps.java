package org.peerage.selection.gaps;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.networks.directory.Directory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which roles, industries, stages, sizes and places a room lacks, and what its members aim at that none of them has
/// done (`S0.8`, `S0.9`). By what profiles say; what they do not say is told.
@Component
class Gaps {

    private static final int MOST_COMMON = 12;
    private static final int MOST_FOUND = 8;

    private final GapStore store;
    private final Circles circles;
    private final Groups groups;
    private final Directory directory;

    Gaps(GapStore store, Circles circles, Groups groups, Directory directory) {
        this.store = store;
        this.circles = circles;
        this.groups = groups;
        this.directory = directory;
    }

    /// @param kind of the gap for which somebody is looked for
    @Transactional(readOnly = true)
    GapsPage page(GroupId group, Facet.@Nullable Kind kind, String value) {
        var circle = circles.inside(group);
        var members = store.members(group);
        var found = kind == null
                ? List.<Directory.Entry>of()
                : directory.entries(store.having(circle, kind, value, MOST_FOUND), 0, MOST_FOUND);
        return new GapsPage(
                circle,
                members.size(),
                groups.agreed(group, "membership"),
                List.of(
                        Facet.experience(members),
                        beside(circle, Facet.Kind.INDUSTRY, members, Facet.Member::industry),
                        beside(circle, Facet.Kind.STAGE, members, Facet.Member::stage),
                        beside(circle, Facet.Kind.PLACE, members, Facet.Member::place),
                        Facet.of(Facet.Kind.SIZE, members, Facet.Member::size, List.of()),
                        Facet.of(Facet.Kind.ROLE, members, Facet.Member::role, List.of())),
                kind,
                value,
                found);
    }

    /// With what is common in the network.
    private Facet beside(
            Circle circle, Facet.Kind kind, List<Facet.Member> members, Function<Facet.Member, String> says) {
        return Facet.of(kind, members, says, directory.common(circle.network(), kind.key(), MOST_COMMON));
    }
}
