package org.peerage.meetings.floor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Thousands who follow meetings, in a program of their own so that they are not counted with the server. Reads
/// `meeting path cookies` by the line until `go`, and writes `meeting nanoseconds` for each word that one of them
/// hears, and
/// ends with its input.
final class Followers {

    /// A word about the topic has a number; a beat has none.
    private static final Pattern WORD = Pattern.compile("\\bid:\\d+");

    private static final class Follower {

        private final int meeting;
        private String rest = "";

        Follower(int meeting) {
            this.meeting = meeting;
        }
    }

    private Followers() {}

    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(arguments[0]);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (var selector = Selector.open()) {
            for (var line = in.readLine(); line != null && !line.equals("go"); line = in.readLine()) {
                follow(line, port, selector);
                listen(selector, out);
            }
            while (!in.ready()) {
                selector.select(20);
                listen(selector, out);
            }
        }
    }

    private static void follow(String line, int port, Selector selector) throws IOException {
        var words = Pattern.compile(" ").split(line, 3);
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(StandardCharsets.US_ASCII.encode("GET " + words[1] + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nAccept: text/event-stream\r\nCookie: " + words[2] + "\r\n\r\n"));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Follower(Integer.parseInt(words[0])));
        selector.selectNow();
    }

    private static void listen(Selector selector, PrintStream out) throws IOException {
        var bytes = ByteBuffer.allocate(16_384);
        for (var key : selector.selectedKeys()) {
            bytes.clear();
            if (((SocketChannel) key.channel()).read(bytes) < 0) {
                System.err.println("a follower was shut out");
                key.cancel();
                continue;
            }
            var follower = (Follower) key.attachment();
            var heard = follower.rest + StandardCharsets.US_ASCII.decode(bytes.flip());
            var end = 0;
            for (Matcher word = WORD.matcher(heard); word.find(); end = word.end()) {
                out.println(follower.meeting + " " + System.nanoTime());
            }
            // A word may come in two pieces.
            follower.rest = heard.substring(Math.max(end, heard.length() - 24));
        }
        selector.selectedKeys().clear();
        out.flush();
    }
}
