package org.peerage.composition.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// Reads the public benchmark formats: `mdgplib` (the first line gives the size bounds, then one line for each pair)
/// and `ccp` (the same followed by `W` and weights, or the hand-over layout: count, groups, capacity, weights, full
/// matrix). Files may be gzipped. Whatever does not fit is refused with [InputRefused], never guessed.
final class InstanceFile {

    private InstanceFile() {}

    static Instance read(Path path, String format) throws IOException {
        String name = String.valueOf(path.getFileName()).replace(".gz", "").replace(".txt", "");
        byte[] bytes = Files.readAllBytes(path);
        if (bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = plain.readAllBytes();
            }
        }
        Words words = new Words(new String(bytes, StandardCharsets.US_ASCII), path);
        return switch (format) {
            case "mdgplib" -> pairs(name, words);
            case "ccp" -> words.firstLineHasOneWord() ? handover(name, words) : pairs(name, words);
            default -> throw new InputRefused("--format takes mdgplib or ccp, not " + format + ".");
        };
    }

    private static Instance pairs(String name, Words words) {
        int elements = words.count("the number of elements");
        int groups = words.count("the number of groups");
        words.next("the type (ss or ds)");
        double[] least = new double[groups];
        double[] greatest = new double[groups];
        for (int g = 0; g < groups; g++) {
            least[g] = words.number("the least size of group " + (g + 1));
            greatest[g] = words.number("the greatest size of group " + (g + 1));
        }
        double[] weights = new double[elements];
        Arrays.fill(weights, 1);
        if (words.peek().equals("W")) {
            words.next("W");
            for (int i = 0; i < elements; i++) {
                weights[i] = words.number("the weight of element " + i);
            }
        }
        double[][] values = new double[elements][elements];
        while (words.more()) {
            int i = words.index("the first element of a pair", elements);
            int j = words.index("the second element of a pair", elements);
            double value = words.number("the value of a pair");
            if (i != j) {
                values[i][j] = value;
                values[j][i] = value;
            }
        }
        return new Instance(name, least, greatest, weights, values);
    }

    private static Instance handover(String name, Words words) {
        int elements = words.count("the number of nodes");
        int groups = words.count("the number of groups");
        double capacity = words.number("the capacity");
        double[] weights = new double[elements];
        for (int i = 0; i < elements; i++) {
            weights[i] = words.number("the weight of node " + i);
        }
        double[][] values = new double[elements][elements];
        for (int i = 0; i < elements; i++) {
            for (int j = 0; j < elements; j++) {
                double value = words.number("the matrix");
                if (i != j) {
                    values[i][j] = value;
                }
            }
        }
        for (int i = 0; i < elements; i++) {
            for (int j = 0; j < i; j++) {
                if (values[i][j] != values[j][i]) {
                    throw new InputRefused(words.path + ": the matrix is not symmetric at " + j + ", " + i + ".");
                }
            }
        }
        double[] greatest = new double[groups];
        Arrays.fill(greatest, capacity);
        return new Instance(name, new double[groups], greatest, weights, values);
    }

    /// The words of the file one after another, and where each stands.
    private static final class Words {

        private static final int ELEMENTS_AT_MOST = 20_000;

        private final String text;
        private final Path path;
        private int at;
        private int line = 1;

        Words(String text, Path path) {
            this.text = text;
            this.path = path;
        }

        boolean firstLineHasOneWord() {
            return text.lines().findFirst().orElse("").strip().split("\\s+", -1).length == 1;
        }

        boolean more() {
            while (at < text.length() && text.charAt(at) <= ' ') {
                if (text.charAt(at) == '\n') {
                    line++;
                }
                at++;
            }
            return at < text.length();
        }

        String peek() {
            int start = at;
            int startLine = line;
            String word = more() ? next("") : "";
            at = start;
            line = startLine;
            return word;
        }

        String next(String what) {
            if (!more()) {
                throw new InputRefused(path + " ends on line " + line + " where " + what + " should stand.");
            }
            int start = at;
            while (at < text.length() && text.charAt(at) > ' ') {
                at++;
            }
            return text.substring(start, at);
        }

        double number(String what) {
            String word = next(what);
            try {
                double number = Double.parseDouble(word);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                throw new InputRefused(
                        path + ", line " + line + ": " + what + " should be a number, not " + word + ".");
            }
            throw new InputRefused(path + ", line " + line + ": " + what + " is not finite.");
        }

        int count(String what) {
            double number = number(what);
            if (number < 1 || number > ELEMENTS_AT_MOST || number != Math.rint(number)) {
                throw new InputRefused(path + ", line " + line + ": " + what + " should be a whole number from 1 to "
                        + ELEMENTS_AT_MOST + ".");
            }
            return (int) number;
        }

        int index(String what, int bound) {
            double number = number(what);
            if (number < 0 || number >= bound || number != Math.rint(number)) {
                throw new InputRefused(
                        path + ", line " + line + ": " + what + " should be from 0 to " + (bound - 1) + ".");
            }
            return (int) number;
        }
    }
}
