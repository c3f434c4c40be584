package org.peerage.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.jspecify.annotations.Nullable;

/// The `mlkem768x25519` stanza: HPKE over ML-KEM-768 with X25519, so that what lies in a backup today stays closed to
/// the computers of later years. A recipient is `age1pq1…`, an identity `AGE-SECRET-KEY-PQ-1…`.
final class AgeHybrid implements AgeKey {

    private static final String KIND = "mlkem768x25519";
    private static final byte[] INFO = "age-encryption.org/mlkem768x25519".getBytes(StandardCharsets.US_ASCII);
    private static final String RECIPIENT = "age1pq";
    private static final String IDENTITY = "age-secret-key-pq-";
    private static final int SHARE = 1120;

    private final byte[] publicKey;
    private final @Nullable AsymmetricCipherKeyPair pair;

    private AgeHybrid(byte[] publicKey, @Nullable AsymmetricCipherKeyPair pair) {
        this.publicKey = publicKey;
        this.pair = pair;
    }

    static Optional<AgeHybrid> recipient(String recipient) {
        return Bech32.decode(RECIPIENT, recipient)
                .filter(key -> key.length == 1216)
                .map(key -> new AgeHybrid(key, null));
    }

    static Optional<AgeHybrid> identity(String identity) {
        if (!identity.equals(identity.toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Bech32.decode(IDENTITY, identity.toLowerCase(Locale.ROOT))
                .filter(seed -> seed.length == 32)
                .map(seed -> {
                    var pair = hpke().deserializePrivateKey(seed, null);
                    return new AgeHybrid(hpke().serializePublicKey(pair.getPublic()), pair);
                });
    }

    static String newIdentity() {
        return Bech32.encode(IDENTITY, AgeFile.random(32)).toUpperCase(Locale.ROOT);
    }

    String recipient() {
        return Bech32.encode(RECIPIENT, publicKey);
    }

    @Override
    public AgeStanza wrap(byte[] fileKey) {
        var hpke = hpke();
        var context = hpke.setupBaseS(hpke.deserializePublicKey(publicKey), INFO);
        try {
            return new AgeStanza(
                    List.of(KIND, AgeFile.base64(context.getEncapsulation())), context.seal(new byte[0], fileKey));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<byte[]> unwrap(List<AgeStanza> stanzas) {
        if (pair == null) {
            return Optional.empty();
        }
        // A passphrase stands alone in its file: mixed with a key, anybody who knows it could have written it.
        if (stanzas.stream().anyMatch(stanza -> stanza.kind().equals("scrypt"))) {
            return Optional.empty();
        }
        try {
            for (var stanza : stanzas) {
                if (stanza.kind().equals(KIND)) {
                    var fileKey = open(share(stanza), stanza.body(), pair);
                    if (fileKey.isPresent()) {
                        return fileKey;
                    }
                }
            }
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /// Empty: for somebody else, or a share that no honest sender makes.
    private static Optional<byte[]> open(byte[] share, byte[] body, AsymmetricCipherKeyPair pair) {
        try {
            return Optional.of(hpke().setupBaseR(share, pair, INFO).open(new byte[0], body));
        } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static byte[] share(AgeStanza stanza) throws GeneralSecurityException {
        if (stanza.arguments().size() != 2 || stanza.body().length != 32) {
            throw new GeneralSecurityException("malformed stanza");
        }
        var share = AgeFile.unbase64(stanza.arguments().get(1));
        if (share.length != SHARE) {
            throw new GeneralSecurityException("malformed stanza");
        }
        return share;
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }
}
