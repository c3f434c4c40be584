package org.peerage.conflicts;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.selection.ProspectId;
import org.peerage.tenancy.Acting;

/// Something that profiles tell of a candidate and one who sits there.
///
/// @param key which of those between the two
/// @param digest of what both profiles say now
/// @param settled by somebody, about what both profiles say now
/// @param earlier the same about what they said before; empty where it is settled now
record CandidateLine(
        ProspectId prospect,
        Party sitter,
        Finding finding,
        String key,
        String digest,
        Optional<Settled> settled,
        Optional<Settled> earlier) {

    /// @param known what was settled about this candidate, the latest first
    static List<CandidateLine> between(ProspectId prospect, Party candidate, Party sitter, List<Settled> known) {
        var digest = candidate.digest() + sitter.digest();
        return Finding.between(candidate, sitter).stream()
                .map(finding -> {
                    var key = finding.kind().key() + (finding.one().equals(candidate) ? "" : "-theirs");
                    var all = known.stream()
                            .filter(one -> one.profile().equals(sitter.profile())
                                    && one.finding().equals(key))
                            .toList();
                    var now = all.stream()
                            .filter(one -> one.digest().equals(digest))
                            .findFirst();
                    return new CandidateLine(
                            prospect,
                            sitter,
                            finding,
                            key,
                            digest,
                            now,
                            now.isPresent() ? Optional.empty() : all.stream().findFirst());
                })
                .toList();
    }

    boolean open() {
        return settled.isEmpty();
    }

    /// Whoever acts is the one who sits there.
    boolean mine() {
        return sitter.is(Acting.me());
    }

    /// Whoever it concerns looks; the chair may set it aside, and has to where nobody else can look.
    boolean waits(Circle circle) {
        return open() && (mine() || (circle.chaired() && !sitsInTheRoom(circle)));
    }

    private boolean sitsInTheRoom(Circle circle) {
        return sitter.person()
                .flatMap(circle::sitter)
                .filter(Circle.Sitter::inRoom)
                .isPresent();
    }
}
