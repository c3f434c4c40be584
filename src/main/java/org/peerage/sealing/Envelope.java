package org.peerage.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What carries the key of a text to its named readers, and says to them alone what the text is. The server sees that
/// it looks like an age file for so many hybrid keys; `readers` are the fingerprints it was handed in for.
public final class Envelope {

    /// A confidence is for few; more are the room.
    static final int MOST_READERS = 4;

    static final String LABEL = "room/v1/envelope";

    private static final int MOST = 12_288;

    private static final Pattern HEADER = Pattern.compile("""
            age-encryption\\.org/v1
            ((?:-> mlkem768x25519 [A-Za-z0-9+/]{1494}
            [A-Za-z0-9+/]{43}
            ){1,4})--- [A-Za-z0-9+/]{43}
            """);

    private final List<String> readers;
    private final byte[] file;

    private Envelope(List<String> readers, byte[] file) {
        this.readers = readers;
        this.file = file;
    }

    /// Empty: not what an envelope looks like, or not for one to four readers, each named once and in order.
    public static Optional<Envelope> of(List<String> readers, byte[] file) {
        return readers.size() <= MOST_READERS
                        && !readers.isEmpty()
                        && List.copyOf(new TreeSet<>(readers)).equals(readers)
                        && readers.stream()
                                .allMatch(reader -> Labelled.decode(reader, 32).isPresent())
                        && file.length <= MOST
                        && locks(file) == readers.size()
                ? Optional.of(new Envelope(List.copyOf(readers), file.clone()))
                : Optional.empty();
    }

    /// For how many keys the file is made; nobody is a reader unseen.
    private static int locks(byte[] file) {
        var header = HEADER.matcher(new String(file, StandardCharsets.ISO_8859_1));
        return header.lookingAt() ? (int) header.group(1).lines().count() / 2 : 0;
    }

    /// Empty as well where the file is not base64url.
    public static Optional<Envelope> parse(String base64url, List<String> readers) {
        if (base64url.length() > MOST * 4 / 3 + 4) {
            return Optional.empty();
        }
        try {
            return of(readers, Base64.getUrlDecoder().decode(base64url))
                    .filter(envelope -> envelope.base64url().equals(base64url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The members who can open it.
    public List<String> readers() {
        return readers;
    }

    public byte[] file() {
        return file.clone();
    }

    public String base64url() {
        return Labelled.base64(file);
    }

    String hash() {
        return Labelled.hash("room/v1/envelope-file", file);
    }

    /// What the ledger's `put` entry must name: the words and this envelope, so that neither is exchanged.
    public String hashWith(Sealed sealed) {
        var both = Derivation.join(
                Labelled.decode(sealed.hash(), 32).orElseThrow(),
                Labelled.decode(hash(), 32).orElseThrow());
        return Labelled.hash("room/v1/text", both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Envelope that && readers.equals(that.readers) && Arrays.equals(file, that.file);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(file);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
