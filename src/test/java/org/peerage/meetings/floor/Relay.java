package org.peerage.meetings.floor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// A way from a browser to the program that can die as a network does: it passes nothing more, and closes nothing.
final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final URI server;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final List<AtomicBoolean> lines = new CopyOnWriteArrayList<>();
    private volatile boolean passing = true;

    Relay(URI server) {
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

    /// Every connection that there is stays open and is dead for good, and so will be those to come.
    void fallsSilent() {
        passing = false;
        lines.forEach(line -> line.set(false));
    }

    /// Connections from now on are alive.
    void passesAgain() {
        passing = true;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var browser = door.accept();
                var program = new Socket(server.getHost(), server.getPort());
                ends.add(browser);
                ends.add(program);
                var alive = new AtomicBoolean(passing);
                lines.add(alive);
                pass(browser.getInputStream(), program.getOutputStream(), alive);
                pass(program.getInputStream(), browser.getOutputStream(), alive);
            } catch (IOException closed) {
                // The door was closed, or the program has gone away.
            }
        }
    }

    private static void pass(InputStream from, OutputStream to, AtomicBoolean alive) {
        Thread.ofVirtual().start(() -> {
            var buffer = new byte[8192];
            try {
                for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    if (alive.get()) {
                        to.write(buffer, 0, read);
                        to.flush();
                    }
                }
                if (alive.get()) {
                    to.close();
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
