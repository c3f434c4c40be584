package org.peerage.doors.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// By which a receiver knows that a delivery is from here and untouched, in the format of Standard Webhooks.
final class HookSecret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private HookSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static HookSecret fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new HookSecret(bytes);
    }

    static HookSecret of(byte[] bytes) {
        return new HookSecret(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// As its owner is shown it, once.
    String text() {
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /// The value of `webhook-signature`: one signature for each secret that is good.
    static String signatures(List<HookSecret> secrets, UUID id, Instant now, String body) {
        var signed = id + "." + now.getEpochSecond() + "." + body;
        return secrets.stream().map(secret -> "v1," + secret.mac(signed)).collect(Collectors.joining(" "));
    }

    private String mac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "HookSecret[REDACTED]";
    }
}
