package org.peerage.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// What a wrong set-up of mail tells whoever runs the program: a server that answers as real ones do.
class ServerAnswerTests {

    @ParameterizedTest
    @CsvSource({
        "MAIL, 530 5.7.0 Must issue a STARTTLS command first, SET_UP",
        "MAIL, 530 5.7.1 Authentication required, SET_UP",
        "MAIL, 550 5.1.8 Sender rejected, SET_UP",
        "RCPT, 554 5.7.1 Relay access denied, SET_UP",
        "RCPT, 550 5.1.1 No such user here, REFUSED",
        "DATA, 554 5.7.1 Content rejected, REFUSED",
        "MAIL, 421 4.3.2 Service shutting down, LATER",
        "RCPT, 451 4.7.1 Greylisted, LATER"
    })
    void theServersDigitsAndWordsAreKeptAndSayWhatBecomesOfTheLetter(String at, String words, String fate)
            throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, at, words));
            var answer = hand(server.getLocalPort());
            assertThat(answer.words()).isEqualTo(words);
            assertThat(answer.fate()).isEqualTo(ServerAnswer.Fate.valueOf(fate));
        }
    }

    @Test
    void aServerThatIsNotThereSaysWhichOne() throws IOException {
        int closed;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }
        var answer = hand(closed);
        assertThat(answer.fate()).isEqualTo(ServerAnswer.Fate.LATER);
        assertThat(answer.words()).containsIgnoringCase("connect");
    }

    private static ServerAnswer hand(int port) {
        var settings = new MailSettings("smtp://127.0.0.1:" + port, "post@example.org", URI.create("http://localhost"));
        return new MailServer(settings)
                .hand(new LetterStore.Outgoing(
                        Ids.next(),
                        new PersonId(Ids.next()),
                        "",
                        new Mailbox("", "ada@example.org"),
                        "Subject",
                        "Body",
                        "",
                        null,
                        Optional.empty(),
                        1));
    }

    /// Takes every command but one.
    private static void answer(ServerSocket server, String at, String words) {
        try (var line = server.accept();
                var heard =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
            say(line, "220 mail.example.org");
            for (var command = heard.readLine(); command != null; command = heard.readLine()) {
                var word =
                        command.length() < 4 ? command : command.substring(0, 4).toUpperCase(Locale.ROOT);
                if (word.equals("QUIT")) {
                    say(line, "221 Bye");
                    return;
                }
                if (word.equals(at) && !word.equals("DATA")) {
                    say(line, words);
                } else if (word.equals("DATA")) {
                    say(line, "354 Go on");
                    while (!".".equals(heard.readLine())) {
                        // What is written is of no interest.
                    }
                    say(line, at.equals("DATA") ? words : "250 Taken");
                } else {
                    say(line, "250 mail.example.org");
                }
            }
        } catch (IOException gone) {
            // The client has hung up.
        }
    }

    private static void say(java.net.Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }
}
