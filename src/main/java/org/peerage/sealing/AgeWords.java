package org.peerage.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.generators.SCrypt;

/// The `scrypt` stanza: a passphrase. Words are generated and carry 110 bits, so the work factor is a constant; a file
/// that names another is refused, or whoever wrote it would decide how long this machine works.
final class AgeWords implements AgeKey {

    static final int WORK_FACTOR = 15;

    private static final String LABEL = "age-encryption.org/v1/scrypt";

    private final byte[] passphrase;
    private final int workFactor;

    AgeWords(String passphrase, int workFactor) {
        this.passphrase = passphrase.getBytes(StandardCharsets.UTF_8);
        this.workFactor = workFactor;
    }

    @Override
    public AgeStanza wrap(byte[] fileKey) {
        var salt = AgeFile.random(16);
        return new AgeStanza(
                List.of("scrypt", AgeFile.base64(salt), String.valueOf(workFactor)), AgeFile.wrap(key(salt), fileKey));
    }

    @Override
    public Optional<byte[]> unwrap(List<AgeStanza> stanzas) {
        var stanza = stanzas.getFirst();
        if (stanzas.size() != 1
                || !stanza.kind().equals("scrypt")
                || stanza.arguments().size() != 3
                || !stanza.arguments().get(2).equals(String.valueOf(workFactor))) {
            return Optional.empty();
        }
        try {
            var salt = AgeFile.unbase64(stanza.arguments().get(1));
            return salt.length == 16 ? AgeFile.unwrap(key(salt), stanza.body()) : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private byte[] key(byte[] salt) {
        return SCrypt.generate(
                passphrase,
                Derivation.join(LABEL.getBytes(StandardCharsets.US_ASCII), salt),
                1 << workFactor,
                8,
                1,
                32);
    }
}
