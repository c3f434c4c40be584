package org.peerage.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The scripts and style sheets of this build, pinned by hash. One version in the address of all of them lets modules
/// import each other by relative paths and browsers keep them for ever; the import map tells the browser which hash
/// each module must have (`Integrity-Policy`).
@Component
class Assets {

    private final Map<String, String> integrity = new TreeMap<>();
    private final String version;
    private final boolean demonstration;
    private final String importMap;

    Assets(@Value("${peerage.demo:false}") boolean demonstration) {
        this.demonstration = demonstration;
        try {
            var all = sha("SHA-256");
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:/static/**/*.*")) {
                var address = resource.getURL().toString();
                var path = address.substring(address.lastIndexOf("/static/") + "/static".length());
                var content = resource.getContentAsByteArray();
                integrity.put(
                        path,
                        "sha384-"
                                + Base64.getEncoder()
                                        .encodeToString(sha("SHA-384").digest(content)));
            }
            integrity.forEach((path, hash) -> all.update((path + hash).getBytes(StandardCharsets.UTF_8)));
            version = HexFormat.of().formatHex(all.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own static files are unreadable", e);
        }
        importMap = integrity.entrySet().stream()
                .filter(e -> e.getKey().endsWith(".js") || e.getKey().endsWith(".mjs"))
                .map(e -> "\"" + address(e.getKey()) + "\":\"" + e.getValue() + "\"")
                .collect(Collectors.joining(",", "{\"integrity\":{", "}}"));
    }

    String address(String path) {
        return "/assets/" + version + path;
    }

    String integrity(String path) {
        return integrity.getOrDefault(path, "");
    }

    String importMap() {
        return importMap;
    }

    String version() {
        return version;
    }

    boolean demonstration() {
        return demonstration;
    }

    private static MessageDigest sha(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
