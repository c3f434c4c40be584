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
/// `meeting path cookies` by the line; after `all` it goes on when each has heard a first word, and after `go` it
/// only listens, until its input ends. Writes `meeting nanoseconds` for each word that one of them hears, and
/// `meeting 0` for each who is shut out.
final class Followers {

    /// So many ask at the same time. Thousands at once would wait for a connection to the database longer than it does.
    private static final int AT_ONCE = 32;

    /// A word about the topic has a number; a beat has none.
    private static final Pattern WORD = Pattern.compile("\\bid:\\d+");

    private static final class Follower {

        private final int meeting;
        private String rest = "";
        private boolean answered;

        Follower(int meeting) {
            this.meeting = meeting;
        }
    }

    private final Selector selector;
    private final PrintStream out;
    private int waiting;

    private Followers(Selector selector, PrintStream out) {
        this.selector = selector;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(arguments[0]);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var selector = Selector.open()) {
            var followers = new Followers(selector, new PrintStream(System.out, false, StandardCharsets.UTF_8));
            for (var line = in.readLine(); line != null && !line.equals("go"); line = in.readLine()) {
                if (!line.equals("all")) {
                    followers.follow(line, port);
                }
                followers.listenUntilFewerWait(line.equals("all") ? 1 : AT_ONCE);
            }
            while (!in.ready()) {
                selector.select(20);
                followers.listen();
            }
        }
    }

    private void listenUntilFewerWait(int many) throws IOException {
        while (waiting >= many) {
            selector.select();
            listen();
        }
    }

    private void follow(String line, int port) throws IOException {
        var words = Pattern.compile(" ").split(line, 3);
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(StandardCharsets.US_ASCII.encode("GET " + words[1] + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nAccept: text/event-stream\r\nCookie: " + words[2] + "\r\n\r\n"));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Follower(Integer.parseInt(words[0])));
        waiting++;
    }

    private void listen() throws IOException {
        var bytes = ByteBuffer.allocate(16_384);
        for (var key : selector.selectedKeys()) {
            bytes.clear();
            var follower = (Follower) key.attachment();
            if (((SocketChannel) key.channel()).read(bytes) < 0) {
                out.println(follower.meeting + " 0");
                answered(follower);
                key.channel().close();
                continue;
            }
            var heard = follower.rest + StandardCharsets.US_ASCII.decode(bytes.flip());
            var end = 0;
            for (Matcher word = WORD.matcher(heard); word.find(); end = word.end()) {
                out.println(follower.meeting + " " + System.nanoTime());
                answered(follower);
            }
            // A word may come in two pieces.
            follower.rest = heard.substring(Math.max(end, heard.length() - 24));
        }
        selector.selectedKeys().clear();
        out.flush();
    }

    private void answered(Follower follower) {
        if (!follower.answered) {
            follower.answered = true;
            waiting--;
        }
    }
}
