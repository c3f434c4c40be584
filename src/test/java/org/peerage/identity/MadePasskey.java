package org.peerage.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.EdECPublicKey;
import java.util.Base64;
import org.peerage.tenancy.Ids;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A passkey as an authenticator makes it that says nothing about itself (attestation `none`): for tests of what the
/// server does with one. It signs nobody in.
final class MadePasskey {

    /// Somebody was there, was recognised, and a key is given.
    private static final int PRESENT_VERIFIED_WITH_KEY = 0x45;

    private MadePasskey() {}

    static ObjectNode answering(String challenge, URI origin) throws GeneralSecurityException, IOException {
        var id = ByteBuffer.allocate(16)
                .putLong(Ids.next().getMostSignificantBits())
                .putLong(Ids.next().getLeastSignificantBits())
                .array();
        var client = JsonNodeFactory.instance
                .objectNode()
                .put("type", "webauthn.create")
                .put("challenge", challenge)
                .put("origin", origin.toString())
                .put("crossOrigin", false)
                .toString();
        var passkey = JsonNodeFactory.instance
                .objectNode()
                .put("id", base64(id))
                .put("rawId", base64(id))
                .put("type", "public-key")
                .put("authenticatorAttachment", "platform");
        passkey.putObject("response")
                .put("clientDataJSON", base64(client.getBytes(StandardCharsets.UTF_8)))
                .put("attestationObject", base64(attestation(data(id, origin.getHost()))))
                .putArray("transports")
                .add("internal");
        passkey.putObject("clientExtensionResults");
        return passkey;
    }

    /// As CBOR: `{"fmt": "none", "attStmt": {}, "authData": …}`.
    private static byte[] attestation(byte[] data) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0xA3);
        bytes.write(text("fmt"));
        bytes.write(text("none"));
        bytes.write(text("attStmt"));
        bytes.write(0xA0);
        bytes.write(text("authData"));
        bytes.write(0x58);
        bytes.write(data.length);
        bytes.write(data);
        return bytes.toByteArray();
    }

    private static byte[] text(String word) {
        var bytes = word.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) (0x60 + bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] data(byte[] id, String host) throws GeneralSecurityException, IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(MessageDigest.getInstance("SHA-256").digest(host.getBytes(StandardCharsets.UTF_8)));
        bytes.write(PRESENT_VERIFIED_WITH_KEY);
        bytes.write(new byte[4]);
        bytes.write(new byte[16]);
        bytes.write(new byte[] {0, (byte) id.length});
        bytes.write(id);
        bytes.write(key());
        return bytes.toByteArray();
    }

    /// An Ed25519 key in the words of COSE: `{1: 1, 3: -8, -1: 6, -2: x}`.
    private static byte[] key() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var point = ((EdECPublicKey) pair.getPublic()).getPoint();
        var x = new byte[32];
        var y = point.getY().toByteArray();
        for (var i = 0; i < Math.min(32, y.length); i++) {
            x[i] = y[y.length - 1 - i];
        }
        x[31] |= (byte) (point.isXOdd() ? 0x80 : 0);
        return ByteBuffer.allocate(42)
                .put(new byte[] {(byte) 0xA4, 1, 1, 3, 0x27, 0x20, 6, 0x21, 0x58, 32})
                .put(x)
                .array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
