package org.peerage.sealing;

import java.util.List;
import java.util.Optional;

/// What wraps and unwraps the key of an age file.
interface AgeKey {

    AgeStanza wrap(byte[] fileKey);

    /// Empty: none of the stanzas opens with this key, or one that should is not formed as it must be.
    Optional<byte[]> unwrap(List<AgeStanza> stanzas);
}
