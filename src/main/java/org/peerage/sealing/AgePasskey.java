package org.peerage.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/// The `fido2prf` stanza: two outputs of a passkey's pseudo-random function, asked for with a nonce that each file
/// draws afresh. Here only so that both languages read each other's locks in tests; no passkey ever answers to the
/// server.
final class AgePasskey implements AgeKey {

    static final String KIND = "age-encryption.org/fido2prf";

    private final byte[] nonce;
    private final byte[] key;

    AgePasskey(byte[] nonce, byte[] first, byte[] second) {
        this.nonce = nonce.clone();
        this.key = Derivation.hmac(
                Derivation.SHA_256, KIND.getBytes(StandardCharsets.US_ASCII), Derivation.join(first, second));
    }

    @Override
    public AgeStanza wrap(byte[] fileKey) {
        return new AgeStanza(List.of(KIND, AgeFile.base64(nonce)), AgeFile.wrap(key, fileKey));
    }

    @Override
    public Optional<byte[]> unwrap(List<AgeStanza> stanzas) {
        for (var stanza : stanzas) {
            if (stanza.kind().equals(KIND)) {
                return hasNonce(stanza) ? AgeFile.unwrap(key, stanza.body()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean hasNonce(AgeStanza stanza) {
        try {
            return stanza.arguments().size() == 2
                    && AgeFile.unbase64(stanza.arguments().get(1)).length == 16;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
