package org.peerage.identity.kept;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.peerage.identity.EnrolCommand;
import org.peerage.identity.People;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.SecondProcess;

/// `./peerage erase`: takes somebody out of a running instance for ever, from a second process. Says first who
/// is meant, what goes and what stays; does it when it is asked again in so many words.
///
/// Zero: said, or done; one: not done, with the reason; two: asked in a way that nobody understands.
public final class EraseCommand {

    private static final String USAGE = """
            usage: ./peerage erase WHOM             says who that is, what would go and what would stay
                   ./peerage erase WHOM --for-ever  does it

            WHOM is a name, an e-mail address or an id; a part of a name says who that is and takes nobody out""";

    private static final String SAID = """
            Erasing takes, at once and from every node: their passkeys, ten words, sessions and access tokens; the
            name of their account; their address, letters and notices; their line of every directory, invitations to a
            seat that were written for it, and seats that are in no room.

            It does not take: sealed texts, which nobody here can read and others keep; the signed entries of rooms;
            facts about meetings, under an id that leads to no name. Letters and notices that others have may name
            them, and their name stays where others wrote it down for a line of the directory that is not joined to their
            account, or for none: on an invitation, or as a candidate. Where they sit in a room, the chair has to let
            them out: the keys of the room change only then. Whoever has the chair of an open room is not erased before
            they have handed it on.
            A network that only they convene has no convener afterwards. Backups hold them until you delete those.""";

    private EraseCommand() {}

    public static int run(
            Path home, Map<String, String> environment, List<String> words, PrintStream out, PrintStream err) {
        var forEver = words.size() == 2 && words.getLast().equals("--for-ever");
        if (words.isEmpty()
                || words.getFirst().isBlank()
                || words.getFirst().startsWith("-")
                || (words.size() > 1 && !forEver)) {
            var asked = words.equals(List.of("--help"));
            (asked ? out : err).println(USAGE);
            return asked ? 0 : 2;
        }
        var matches = EnrolCommand.matching(home, environment, words.getFirst());
        if (matches.isEmpty()) {
            err.println("No Peerage is running on " + home + ".");
            return 1;
        }
        var exact = matches.get().stream().filter(People.Match::exact).toList();
        var meant = exact.isEmpty() ? matches.get() : exact;
        if (meant.size() != 1) {
            err.println(meant.isEmpty() ? "Nobody fits." : "More than one person fits. Name one by id:");
            meant.forEach(match -> err.println(match.line()));
            return 1;
        }
        // Nobody is taken out for ever because their name has another's in it.
        if (forEver && exact.isEmpty()) {
            err.println("Only a part of a name fits. Name whom you mean by id:");
            err.println(meant.getFirst().line());
            return 1;
        }
        out.println(meant.getFirst().line());
        if (!forEver) {
            out.println();
            out.println(SAID);
            return 0;
        }
        return erase(home, environment, meant.getFirst().person(), out, err);
    }

    private static int erase(
            Path home, Map<String, String> environment, PersonId person, PrintStream out, PrintStream err) {
        var done = Acting.asProgram(
                Erasure.ERASING,
                () -> SecondProcess.transaction(
                        home,
                        environment,
                        sql -> Erasure.of(
                                sql, person, Ids.next(), InstantSource.system().instant())));
        if (done.isEmpty()) {
            err.println("No Peerage is running on " + home + " any more. Nobody was erased.");
            return 1;
        }
        return switch (done.get()) {
            case Erasure.Outcome.Forbidden(var reasons) -> {
                var texts = ResourceBundle.getBundle("messages/identity", Locale.ROOT);
                err.println("Nobody was erased.");
                reasons.forEach(reason -> err.println(texts.getString(reason)));
                yield 1;
            }
            case Erasure.Outcome.Erased(var all) -> {
                all.forEach((table, rows) -> {
                    if (rows > 0) {
                        out.println(table + " " + rows);
                    }
                });
                out.println("Erased. A browser that they left open is signed out within seconds.");
                yield 0;
            }
        };
    }
}
