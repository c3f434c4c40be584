package org.peerage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VendorTests {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

    @Test
    void everyVendoredScriptIsTheOneInTheLock() throws IOException, GeneralSecurityException {
        Map<String, String> locked = new TreeMap<>();
        for (var line : Files.readAllLines(VENDOR.resolve("vendor.lock"))) {
            locked.put(line.split(" ", 2)[0], line.split(" ", 2)[1]);
        }
        Map<String, String> found = new TreeMap<>();
        try (var files = Files.list(VENDOR)) {
            for (var file : files.filter(f -> f.toString().matches(".*\\.m?js")).toList()) {
                var hash = MessageDigest.getInstance("SHA-384").digest(Files.readAllBytes(file));
                found.put(
                        file.getFileName().toString(),
                        "sha384-" + Base64.getEncoder().encodeToString(hash));
            }
        }
        assertThat(found).isEqualTo(locked);
    }
}
