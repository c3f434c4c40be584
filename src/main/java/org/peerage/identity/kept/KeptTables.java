package org.peerage.identity.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every table that names people, from the files of all modules.
@Component
class KeptTables {

    private final List<KeptTable> all;

    KeptTables() {
        try {
            all = Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:personal/*.txt"))
                    .sorted(Comparator.comparing(file -> Objects.toString(file.getFilename())))
                    .flatMap(KeptTables::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<KeptTable> all() {
        return all;
    }

    private static Stream<KeptTable> read(Resource file) {
        var module = Objects.toString(file.getFilename()).replace(".txt", "");
        try {
            return file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> KeptTable.parse(module, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
