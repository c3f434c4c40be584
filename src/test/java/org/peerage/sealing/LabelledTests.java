package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LabelledTests {

    private static final HexFormat HEX = HexFormat.of();

    /// RFC 8032, section 7.1, test 2: the platform signs and checks as the RFC does.
    @Test
    void theSignatureIsThatOfTheRfc() throws GeneralSecurityException {
        var secret = HEX.parseHex("302e020100300506032b657004220420"
                + "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        var publicKey = HEX.parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret)));
        signature.update((byte) 0x72);
        var expected = HEX.parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(signature.sign()).isEqualTo(expected);
        assertThat(Labelled.holds(publicKey, new byte[] {0x72}, expected)).isTrue();
        assertThat(Labelled.holds(publicKey, new byte[] {0x73}, expected)).isFalse();
    }

    @Test
    void onlyOneSpellingOfBytesIsTaken() {
        assertThat(Labelled.decode("AAAA", 3)).isPresent();
        assertThat(Labelled.decode("AAE", 2)).isPresent();
        assertThat(Labelled.decode("AAF", 2)).as("stray bits").isEmpty();
        assertThat(Labelled.decode("AAE=", 2)).as("padding").isEmpty();
        assertThat(Labelled.decode("A/A+", 3)).as("the other alphabet").isEmpty();
    }
}
