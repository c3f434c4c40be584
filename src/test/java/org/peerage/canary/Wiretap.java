package org.peerage.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A wire from browsers to the program that keeps every byte of both directions, whoever sent it and why: a browser
/// takes it as its proxy.
final class Wiretap implements AutoCloseable {

    private final ServerSocket door;
    private final URI server;
    private final List<ByteArrayOutputStream> recordings = new CopyOnWriteArrayList<>();
    private final List<Socket> ends = new CopyOnWriteArrayList<>();

    Wiretap(URI server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
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

    private void accept() {
        while (!door.isClosed()) {
            try {
                var browser = door.accept();
                var program = new Socket(server.getHost(), server.getPort());
                ends.add(browser);
                ends.add(program);
                pass(browser.getInputStream(), program.getOutputStream());
                pass(program.getInputStream(), browser.getOutputStream());
            } catch (IOException closed) {
                // The door was closed, or one end has gone away: the browser opens another connection.
            }
        }
    }

    private void pass(InputStream from, OutputStream to) {
        var recording = new ByteArrayOutputStream();
        recordings.add(recording);
        Thread.ofVirtual().start(() -> {
            var buffer = new byte[8192];
            try (from;
                    to) {
                for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    recording.write(buffer, 0, read);
                    to.write(buffer, 0, read);
                    to.flush();
                }
            } catch (IOException over) {
                // One of the two has hung up.
            }
        });
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var end : ends) {
                end.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
