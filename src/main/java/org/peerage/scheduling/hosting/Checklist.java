package org.peerage.scheduling.hosting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/// What a host sees to, as it comes with the program.
final class Checklist {

    private static final List<Item> ITEMS = read();

    private Checklist() {}

    /// @param days before the date
    record Item(int days, String key) {}

    static List<Item> items() {
        return ITEMS;
    }

    /// By days before the date, the earliest first.
    static Map<Integer, List<Item>> byDays() {
        return ITEMS.stream()
                .collect(Collectors.groupingBy(
                        Item::days, () -> new TreeMap<Integer, List<Item>>().descendingMap(), Collectors.toList()));
    }

    static boolean has(String key) {
        return ITEMS.stream().anyMatch(item -> item.key().equals(key));
    }

    private static List<Item> read() {
        try {
            return new ClassPathResource("scheduling/checklist.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .map(cells -> new Item(Integer.parseInt(cells[0]), cells[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own list for hosts is unreadable", e);
        }
    }
}
