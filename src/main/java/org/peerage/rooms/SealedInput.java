package org.peerage.rooms;

import java.util.List;
import java.util.Optional;

/// What a form has sealed, as a controller's argument: the parameter `sealed`, read and refused in one place. Nothing
/// where the form left it out.
public record SealedInput(List<SealedPut> puts) {

    /// The form parameter that carries it.
    static final String PARAMETER = "sealed";

    public SealedInput {
        puts = List.copyOf(puts);
    }

    /// The one text that the form is for.
    public SealedPut only(TextKind kind) {
        return atMost(kind).orElseThrow(() -> new RoomRefused("text-missing"));
    }

    /// The text that the form is for, where others come with it.
    public SealedPut first(TextKind kind) {
        return new SealedInput(puts.stream().limit(1).toList()).only(kind);
    }

    /// What comes with the first: files, by their records.
    public List<SealedPut> others() {
        return puts.stream().skip(1).toList();
    }

    /// The same where its writer may leave it out.
    public Optional<SealedPut> atMost(TextKind kind) {
        if (puts.size() > 1 || !puts.stream().allMatch(kind::isOf)) {
            throw new RoomRefused("unexpected-kind");
        }
        if (!puts.stream().allMatch(kind::fits)) {
            throw new RoomRefused("wrong-revision");
        }
        return puts.stream().findFirst();
    }
}
