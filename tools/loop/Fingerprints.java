import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/// What files held when they were last dealt with, kept in a file. Contents count and not times: a checkout of another
/// branch, or a template drawn again, changes times only.
final class Fingerprints {

    private final Path file;

    Fingerprints(Path file) {
        this.file = file;
    }

    /// By path, of all files below some folders with this ending.
    static Map<String, String> of(List<Path> folders, String ending) throws IOException {
        var found = new TreeMap<String, String>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (var files = Files.walk(folder)) {
                files.filter(path -> path.toString().endsWith(ending)).forEach(path -> found.put(path.toString(), of(path)));
            }
        }
        return found;
    }

    private static String of(Path file) {
        try {
            var sum = new CRC32C();
            sum.update(Files.readAllBytes(file));
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> kept() throws IOException {
        var found = new TreeMap<String, String>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                found.put(line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' ')));
            }
        }
        return found;
    }

    /// What is new, gone or other than it was.
    Set<String> differences(Map<String, String> now) throws IOException {
        var before = kept();
        var different = new TreeSet<String>();
        now.forEach((path, sum) -> {
            if (!sum.equals(before.get(path))) {
                different.add(path);
            }
        });
        before.keySet().stream().filter(path -> !now.containsKey(path)).forEach(different::add);
        return different;
    }

    void keep(Map<String, String> sums) throws IOException {
        var lines = new StringBuilder();
        sums.forEach((path, sum) -> lines.append(sum).append(' ').append(path).append('\n'));
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
    }
}
