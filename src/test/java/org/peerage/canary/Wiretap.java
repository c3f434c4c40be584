package org.peerage.canary;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.peerage.Relay;

/// A wire from browsers to the program that keeps every byte of both directions, whoever sent it and why: a browser
/// takes it as its proxy.
final class Wiretap implements AutoCloseable {

    private final List<ByteArrayOutputStream> recordings = new CopyOnWriteArrayList<>();
    private final Relay relay;

    Wiretap(URI server) {
        relay = new Relay(server, () -> {
            var recording = new ByteArrayOutputStream();
            recordings.add(recording);
            return recording;
        });
    }

    String address() {
        return relay.address();
    }

    /// What went over each connection, one way; the marks between chunks are taken out, or a word across two of them
    /// would be missed.
    List<byte[]> heard() {
        return recordings.stream()
                .map(recording -> recording
                        .toString(StandardCharsets.ISO_8859_1)
                        .replaceAll("\r\n[0-9a-fA-F]{1,8}\r\n", "")
                        .getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Override
    public void close() {
        relay.close();
    }
}
