package org.peerage.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a letter comes from or goes to: an address and, where known, the name before it.
public record Mailbox(String name, String address) {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\]{1,64}@[^\\s@<>\",;:()\\[\\]\\\\]{1,253}");
    private static final Pattern WITH_NAME = Pattern.compile("(?:\"?([^\"<>]*?)\"?\\s*)<([^<>]+)>");
    private static final int LONGEST = 254;

    /// Reads `Ada Example <ada@example.org>` or a bare address; empty when no letter could reach it.
    public static Optional<Mailbox> parse(String text) {
        var named = WITH_NAME.matcher(text.strip());
        var name = named.matches() ? named.group(1).strip() : "";
        var address = named.matches() ? named.group(2).strip() : text.strip();
        return ADDRESS.matcher(address).matches()
                        && address.length() <= LONGEST
                        && address.chars().allMatch(c -> c > 32 && c < 127)
                ? Optional.of(new Mailbox(name, domainInSmallLetters(address)))
                : Optional.empty();
    }

    private static String domainInSmallLetters(String address) {
        var at = address.lastIndexOf('@');
        return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }
}
