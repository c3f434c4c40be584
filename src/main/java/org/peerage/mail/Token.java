package org.peerage.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// The secret part of an address that opens something for one person. What is kept is its hash: whoever reads the
/// database can do nothing with it.
public record Token(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Token fresh() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public static Token of(String text) {
        return new Token(text);
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Token[REDACTED]";
    }
}
