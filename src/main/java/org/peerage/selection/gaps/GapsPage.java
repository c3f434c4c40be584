package org.peerage.selection.gaps;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.networks.directory.Directory;
import org.peerage.selection.ProspectId;

/// What a room has and lacks.
///
/// @param seated how many sit here
/// @param belongs who belongs here, in the words that this group has signed
/// @param chosen the gap for which somebody is looked for; null where none is
/// @param found who of the directory could fill it
record GapsPage(
        Circle circle,
        int seated,
        Optional<String> belongs,
        List<Facet> facets,
        Facet.@Nullable Kind chosen,
        String value,
        List<Directory.Entry> found) {

    String address() {
        return ProspectId.list(circle.id()) + "/gaps";
    }

    String prospects() {
        return ProspectId.list(circle.id());
    }

    /// Where somebody is looked for who could fill it.
    String looking(Facet facet, Directory.Common missing) {
        return address() + "?of=" + facet.kind().key() + "&value="
                + URLEncoder.encode(missing.value(), StandardCharsets.UTF_8) + "#facet-"
                + facet.kind().key();
    }
}
