package org.peerage;

import java.io.Closeable;
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
import java.util.function.Supplier;

/// A way from browsers to the program, taken as an address or as a proxy. It can keep what goes over it, it can
/// lead to another node, and it can die as a network does: it passes nothing more, and closes nothing.
public final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private volatile URI server;
    private final Supplier<OutputStream> copies;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final List<AtomicBoolean> lines = new CopyOnWriteArrayList<>();
    private volatile boolean passing = true;

    public Relay(URI server) {
        this(server, OutputStream::nullOutputStream);
    }

    /// @param copies where one way of one connection is written to as well
    public Relay(URI server, Supplier<OutputStream> copies) {
        this.server = server;
        this.copies = copies;
        try {
            door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /// Every connection that there is stays open and is dead for good, and so will be those to come.
    public void fallsSilent() {
        passing = false;
        lines.forEach(line -> line.set(false));
    }

    /// Connections from now on are alive.
    public void passesAgain() {
        passing = true;
    }

    /// Connections from now on go elsewhere.
    public void leadsTo(URI other) {
        server = other;
    }

    /// Every connection that there is ends, as where a machine is gone.
    public void hangsUp() {
        ends.forEach(Relay::hangUp);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var browser = door.accept();
                var to = server;
                var program = new Socket(to.getHost(), to.getPort());
                ends.add(browser);
                ends.add(program);
                var alive = new AtomicBoolean(passing);
                lines.add(alive);
                pass(browser.getInputStream(), program.getOutputStream(), alive);
                pass(program.getInputStream(), browser.getOutputStream(), alive);
            } catch (IOException closed) {
                // The door was closed, or one end has gone away: the browser opens another connection.
            }
        }
    }

    private void pass(InputStream from, OutputStream to, AtomicBoolean alive) {
        var copy = copies.get();
        Thread.ofVirtual().start(() -> {
            var buffer = new byte[8192];
            try {
                for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    if (alive.get()) {
                        copy.write(buffer, 0, read);
                        to.write(buffer, 0, read);
                        to.flush();
                    }
                }
            } catch (IOException over) {
                // One of the two has hung up.
            }
            if (alive.get()) {
                hangUp(from);
                hangUp(to);
            }
        });
    }

    private static void hangUp(Closeable end) {
        try {
            end.close();
        } catch (IOException gone) {
            // It is gone already.
        }
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
