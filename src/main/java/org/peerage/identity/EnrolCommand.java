package org.peerage.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.database.Database;
import org.peerage.mail.Addresses;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.SecondProcess;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./peerage enrol`: one more link like the one that a fresh instance shows on its console, or a one-time sign-in link
/// for somebody who is enrolled; from a second process and without a mail server. Whoever may read the files in
/// `PEERAGE_HOME` may make one.
public final class EnrolCommand {

    private EnrolCommand() {}

    /// What came of looking for one person.
    public sealed interface Answer {

        /// A link that signs them in once.
        record Link(String name, String url) implements Answer {}

        /// More than one fits, or somebody only nearly does: each line tells one from the others.
        record Unclear(List<String> lines) implements Answer {}

        /// Nobody fits.
        record Nobody() implements Answer {}
    }

    /// Empty when no instance runs on this folder.
    public static Optional<String> link(Path home, Map<String, String> environment) {
        var settings = new IdentitySettings(URI.create(address(home, environment)));
        return Acting.asProgram(
                "sign-in",
                () -> SecondProcess.transaction(
                        home,
                        environment,
                        sql -> new PersonalLinks(new LinkStore(sql), InstantSource.system(), settings)
                                .issue(FirstLink.FOUND, Ids.next(), "", "/networks/new")
                                .url()));
    }

    /// A sign-in link for whoever has this id, this e-mail address or this name. Empty when no instance runs on this
    /// folder.
    public static Optional<Answer> signIn(Path home, Map<String, String> environment, String whom) {
        var settings = new IdentitySettings(URI.create(address(home, environment)));
        var byAddress = Acting.asProgram(
                "mail", () -> SecondProcess.transaction(home, environment, sql -> new Addresses(sql).peopleAt(whom)));
        return Acting.asProgram(
                "sign-in",
                () -> SecondProcess.transaction(
                        home,
                        environment,
                        sql -> answer(
                                new PersonalLinks(new LinkStore(sql), InstantSource.system(), settings),
                                matching(sql, whom, byAddress.orElse(List.of())))));
    }

    /// Whoever may be meant by an id, an e-mail address or a name. Empty when no instance runs on this folder.
    public static Optional<List<People.Match>> matching(Path home, Map<String, String> environment, String whom) {
        var byAddress = Acting.asProgram(
                "mail", () -> SecondProcess.transaction(home, environment, sql -> new Addresses(sql).peopleAt(whom)));
        return Acting.asProgram(
                "sign-in",
                () -> SecondProcess.transaction(
                        home, environment, sql -> matching(sql, whom, byAddress.orElse(List.of()))));
    }

    private static Answer answer(PersonalLinks links, List<People.Match> matches) {
        var exact = matches.stream().filter(People.Match::exact).toList();
        if (exact.size() == 1 || matches.size() == 1) {
            var found = exact.size() == 1 ? exact.getFirst() : matches.getFirst();
            var issued = links.insert(PersonalLinks.Wanted.signIn(
                    found.person(), found.name(), SignInLinks.HANDED_OVER, "", Optional.empty()));
            return new Answer.Link(found.name(), issued.url());
        }
        return matches.isEmpty()
                ? new Answer.Nobody()
                : new Answer.Unclear(matches.stream().map(People.Match::line).toList());
    }

    private static List<People.Match> matching(JdbcClient sql, String whom, List<PersonId> byAddress) {
        return new PersonStore(sql).matching(whom, byAddress);
    }

    private static String address(Path home, Map<String, String> environment) {
        var port = environment.getOrDefault("PEERAGE_PORT", "8080");
        return Optional.ofNullable(environment.get("PEERAGE_BASE_URL"))
                .filter(address -> !address.isBlank())
                .or(() -> Database.address(home))
                .orElse("http://localhost:" + port);
    }
}
