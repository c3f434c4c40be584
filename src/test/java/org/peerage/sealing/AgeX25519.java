package org.peerage.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// The `X25519` stanza, which is what the stock tool wraps to where nothing else is said. A room has none: it stands
/// here so that this reading of the format can be held against all of the public vectors, and against a copy that
/// somebody takes for a key of their own.
final class AgeX25519 implements AgeKey {

    private static final String KIND = "X25519";
    private static final byte[] INFO = "age-encryption.org/v1/X25519".getBytes(StandardCharsets.US_ASCII);
    private static final String IDENTITY = "age-secret-key-";

    private final byte[] secret;
    private final byte[] recipient = new byte[32];

    private AgeX25519(byte[] secret) {
        this.secret = secret;
        X25519.scalarMultBase(secret, 0, recipient, 0);
    }

    static Optional<AgeX25519> identity(String identity) {
        return Bech32.decode(IDENTITY, identity.toLowerCase(Locale.ROOT))
                .filter(key -> key.length == 32)
                .map(AgeX25519::new);
    }

    @Override
    public AgeStanza wrap(byte[] fileKey) {
        throw new UnsupportedOperationException("nothing here is wrapped to such a key");
    }

    @Override
    public Optional<byte[]> unwrap(List<AgeStanza> stanzas) {
        // A passphrase stands alone in its file.
        if (stanzas.stream().anyMatch(stanza -> stanza.kind().equals("scrypt"))) {
            return Optional.empty();
        }
        try {
            for (var stanza : stanzas) {
                if (stanza.kind().equals(KIND)) {
                    var fileKey = AgeFile.unwrap(wrappingKey(share(stanza)), stanza.body());
                    if (fileKey.isPresent()) {
                        return fileKey;
                    }
                }
            }
            return Optional.empty();
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static byte[] share(AgeStanza stanza) throws GeneralSecurityException {
        if (stanza.arguments().size() != 2 || stanza.body().length != 32) {
            throw new GeneralSecurityException("malformed stanza");
        }
        var share = AgeFile.unbase64(stanza.arguments().get(1));
        if (share.length != 32) {
            throw new GeneralSecurityException("malformed stanza");
        }
        return share;
    }

    private byte[] wrappingKey(byte[] share) throws GeneralSecurityException {
        var shared = new byte[32];
        if (!X25519.calculateAgreement(secret, 0, share, 0, shared, 0)) {
            throw new GeneralSecurityException("a share that no honest sender makes");
        }
        return Derivation.hkdf(Derivation.SHA_256, shared, Derivation.join(share, recipient), INFO, 32);
    }
}
