package org.peerage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// Temporary folders that every user may pass through. Where root may make no namespace PostgreSQL runs as the user
/// nobody, and a test's folder is its owner's alone unless somebody opens it.
public final class Passable implements TempDirFactory {

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) {
        return folder("peerage-test");
    }

    public static Path folder(String name) {
        try {
            return Files.setPosixFilePermissions(
                    Files.createTempDirectory(name), PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
