package org.peerage.proposals.people;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.networks.ProfileId;

/// People whom a convener chose one by one on top of a filter. Who is left out stays out whatever the filter becomes.
///
/// @param left whom the filter finds and the search is not to seat
/// @param added whom the filter does not find and the search is to seat
public record ByHand(Set<ProfileId> left, Set<ProfileId> added) {

    public static final ByHand NOBODY = new ByHand(Set.of(), Set.of());

    /// More is what a filter is for; as text, these still fit into an address.
    public static final int MOST = 200;

    private static final int BYTES = 16;

    public ByHand {
        left = Collections.unmodifiableSet(new LinkedHashSet<>(left));
        added = Collections.unmodifiableSet(new LinkedHashSet<>(added));
    }

    public int size() {
        return left.size() + added.size();
    }

    public boolean nobody() {
        return size() == 0;
    }

    /// The same without somebody.
    ///
    /// @param found whether the filter finds them
    public ByHand leave(ProfileId one, boolean found) {
        return new ByHand(found ? with(left, one) : without(left, one), without(added, one));
    }

    /// The same with somebody.
    ///
    /// @param found whether the filter finds them
    public ByHand take(ProfileId one, boolean found) {
        return new ByHand(without(left, one), found ? without(added, one) : with(added, one));
    }

    /// As the address of a page carries them: 22 characters each. What is not such a text means nobody.
    public static ByHand read(String left, String added) {
        return new ByHand(ids(left), ids(added));
    }

    public static String text(Collection<ProfileId> people) {
        return people.stream().map(ByHand::text).collect(Collectors.joining("."));
    }

    private static Set<ProfileId> ids(String text) {
        return Arrays.stream(text.split("\\.", MOST + 1))
                .limit(MOST)
                .flatMap(one -> id(one).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String text(ProfileId one) {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(one.value().getMostSignificantBits())
                .putLong(one.value().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<ProfileId> id(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new ProfileId(new UUID(buffer.getLong(), buffer.getLong())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<ProfileId> with(Set<ProfileId> people, ProfileId one) {
        var more = new LinkedHashSet<>(people);
        more.add(one);
        return more;
    }

    private static Set<ProfileId> without(Set<ProfileId> people, ProfileId one) {
        var fewer = new LinkedHashSet<>(people);
        fewer.remove(one);
        return fewer;
    }
}
