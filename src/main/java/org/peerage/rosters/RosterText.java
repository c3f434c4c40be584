package org.peerage.rosters;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.web.Message;

/// Bytes to characters. Guesses the encoding, and says so where the bytes are no text at all.
public final class RosterText {

    public static final List<String> ENCODINGS =
            List.of("UTF-8", "windows-1252", "x-MacRoman", "windows-1250", "windows-1251", "UTF-16LE", "UTF-16BE");

    /// Those of one byte a letter, which every list can be read by: the likelier comes first.
    private static final List<String> CODE_PAGES = List.of("windows-1252", "x-MacRoman", "windows-1250");

    /// Accented letters of western and of central Europe; others are rare in a list of people.
    private static final String USUAL =
            "äöüßÄÖÜéèêëàâáãåçîïíìôóòõñúùûæœøÅÆØÉÈÀÇÑÁÍÓÚ’–“”„€" + "ěščřžýůďťňŠČŘŽĚŮąćęłńśźżĄĆĘŁŃŚŹŻőűŐŰşţăîâȘșțđĐ";

    private static final int LOOKED_AT = 200_000;

    private RosterText() {}

    public sealed interface Guess {

        record Encoding(String name) implements Guess {}

        record NoText(Message problem) implements Guess {}
    }

    public static Guess guess(byte[] content) {
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
        return twoBytes(content).<Guess>map(Guess.Encoding::new).orElseGet(() -> oneByte(content));
    }

    /// Two bytes a letter without a mark in front: every other byte is none, as long as the letters are Latin ones.
    private static Optional<String> twoBytes(byte[] content) {
        var none = new int[2];
        for (var at = 0; at < Math.min(content.length, LOOKED_AT); at++) {
            none[at % 2] += content[at] == 0 ? 1 : 0;
        }
        var half = Math.min(content.length, LOOKED_AT) / 2;
        if (content.length < 4 || content.length % 2 != 0 || Math.max(none[0], none[1]) * 2 < half) {
            return Optional.empty();
        }
        return none[0] == 0 ? Optional.of("UTF-16LE") : none[1] == 0 ? Optional.of("UTF-16BE") : Optional.empty();
    }

    private static Guess oneByte(byte[] content) {
        for (var at = 0; at < content.length; at++) {
            var value = content[at];
            // Old programs write line breaks in cells and the end of a file their own way.
            if (value >= 0 && value < ' ' && "\t\n\r\f\u000b\u001a".indexOf(value) < 0) {
                return new Guess.NoText(Message.of("rosters.wrong.binary", at + 1));
            }
        }
        if (decode(content, "UTF-8").isPresent()) {
            return new Guess.Encoding("UTF-8");
        }
        return CODE_PAGES.stream()
                .flatMap(name -> decode(content, name).map(text -> Map.entry(name, likely(text))).stream())
                .max(Map.Entry.comparingByValue())
                .<Guess>map(likeliest -> new Guess.Encoding(likeliest.getKey()))
                .orElseGet(() -> noText("encodingUnknown"));
    }

    /// How well the letters beyond the Latin alphabet look like words: in the wrong code page they are capitals or
    /// signs in the midst of a word.
    private static int likely(String text) {
        var likely = 0;
        for (var at = 0; at < Math.min(text.length(), LOOKED_AT); at++) {
            var letter = text.charAt(at);
            if (letter < 0x80) {
                continue;
            }
            var inside = at > 0 && Character.isLowerCase(text.charAt(at - 1));
            likely += USUAL.indexOf(letter) >= 0 ? 2 : -1;
            likely -= inside && !Character.isLowerCase(letter) && letter != '’' ? 3 : 0;
            likely -= Character.isLetter(letter) || USUAL.indexOf(letter) >= 0 ? 0 : 1;
        }
        return likely;
    }

    /// Empty where the bytes are not of that encoding.
    public static Optional<String> decode(byte[] content, String encoding) {
        try {
            var text = decoder(encoding).decode(ByteBuffer.wrap(content)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// The line on which the bytes stop being text of that encoding, for the sentence.
    public static int lineOfFirstFlaw(byte[] content, String encoding) {
        var input = ByteBuffer.wrap(content);
        decoder(encoding).decode(input, CharBuffer.allocate(content.length + 1), true);
        var good = new String(content, 0, input.position(), StandardCharsets.ISO_8859_1);
        return 1 + (int) good.chars().filter(c -> c == '\n').count();
    }

    private static CharsetDecoder decoder(String encoding) {
        return Charset.forName(encoding)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
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
        return new Guess.NoText(Message.of("rosters.wrong." + key));
    }
}
