package org.peerage.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A mail server that has a letter in full and, for one of them, never says so.
final class SlowServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final String to;
    private final int silentAt;
    private final CountDownLatch silent = new CountDownLatch(1);

    /// @param to whose letters count
    /// @param silentAt which of them it does not answer
    SlowServer(String to, int silentAt) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.to = to;
        this.silentAt = silentAt;
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    /// Those that it has in full, as they were sent.
    List<String> letters() {
        return List.copyOf(letters);
    }

    boolean isSilent() throws InterruptedException {
        return silent.await(3, TimeUnit.MINUTES);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var lines =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            say(caller, "220 post.example.org");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.equals("DATA")) {
                    say(caller, line.equals("QUIT") ? "221 bye" : "250 good");
                    continue;
                }
                say(caller, "354 go on");
                var letter = new StringBuilder();
                for (var said = lines.readLine(); said != null && !said.equals("."); said = lines.readLine()) {
                    letter.append(said).append('\n');
                }
                if (keeps(letter.toString())) {
                    say(caller, "250 taken");
                }
            }
        } catch (IOException gone) {
            // Who was killed says nothing more.
            return;
        }
    }

    private synchronized boolean keeps(String letter) {
        if (!letter.contains(to)) {
            return true;
        }
        letters.add(letter);
        if (letters.size() == silentAt) {
            silent.countDown();
            return false;
        }
        return true;
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
