package org.peerage.networks.roster;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.peerage.web.Message;

/// Bytes to characters. Guesses the encoding, and says so where the bytes are no text at all.
final class RosterText {

    static final List<String> ENCODINGS = List.of("UTF-8", "windows-1252", "windows-1250", "UTF-16LE", "UTF-16BE");

    private RosterText() {}

    sealed interface Guess {

        record Encoding(String name) implements Guess {}

        record NoText(Message problem) implements Guess {}
    }

    static Guess guess(byte[] content) {
        if (content.length == 0) {
            return noText("empty");
        }
        if (startsWith(content, 'P', 'K', 3, 4) || startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            return noText("workbook");
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return new Guess.Encoding("UTF-16LE");
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return new Guess.Encoding("UTF-16BE");
        }
        for (var at = 0; at < content.length; at++) {
            var value = content[at];
            if (value >= 0 && value < ' ' && value != '\t' && value != '\n' && value != '\r' && value != '\f') {
                return new Guess.NoText(Message.of("networks.import.wrong.binary", at + 1));
            }
        }
        var encoding = ENCODINGS.stream()
                .limit(3)
                .filter(name -> decode(content, name).isPresent())
                .findFirst();
        return encoding.<Guess>map(Guess.Encoding::new).orElseGet(() -> noText("encodingUnknown"));
    }

    /// Empty where the bytes are not of that encoding.
    static Optional<String> decode(byte[] content, String encoding) {
        try {
            var text = Charset.forName(encoding)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// The line on which the bytes stop being text of that encoding, for the sentence.
    static int lineOfFirstFlaw(byte[] content, String encoding) {
        var decoder = Charset.forName(encoding)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var input = ByteBuffer.wrap(content);
        decoder.decode(input, java.nio.CharBuffer.allocate(content.length + 1), true);
        var good = new String(content, 0, input.position(), StandardCharsets.ISO_8859_1);
        return 1 + (int) good.chars().filter(c -> c == '\n').count();
    }

    private static boolean startsWith(byte[] content, int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (var at = 0; at < magic.length; at++) {
            if ((content[at] & 0xFF) != magic[at]) {
                return false;
            }
        }
        return true;
    }

    private static Guess noText(String key) {
        return new Guess.NoText(Message.of("networks.import.wrong." + key));
    }
}
