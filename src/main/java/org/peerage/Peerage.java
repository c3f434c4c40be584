package org.peerage;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.peerage.composition.commandline.ComposeCommand;
import org.peerage.identity.EnrolCommand;
import org.peerage.identity.kept.EraseCommand;
import org.peerage.upkeep.UpkeepCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The program: without a command it serves the pages; `enrol` prints a one-time link; `compose` forms groups
/// from a roster; `backup` and `restore` look after what it keeps.
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Peerage {

    private static final String ENROL = """
            usage: ./peerage enrol                    a one-time link that invites somebody to found a network
                   ./peerage enrol --person WHOM      a one-time link that signs in somebody who is enrolled;
                                                      WHOM is a name, a part of one, an e-mail address or an id""";

    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "enrol" -> System.exit(enrol(Arrays.copyOfRange(arguments, 1, arguments.length), System.getenv()));
            case "compose" ->
                System.exit(
                        ComposeCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length), System.out, System.err));
            case "erase" -> System.exit(erase(rest(arguments)));
            case "backup" -> System.exit(upkeep().backup(rest(arguments)));
            case "doctor" -> System.exit(upkeep().doctor(rest(arguments)));
            case "notice" -> System.exit(upkeep().notice(rest(arguments)));
            case "restore" -> System.exit(upkeep().restore(rest(arguments)));
            default -> SpringApplication.run(Peerage.class, settings(arguments));
        }
    }

    /// `--demo` is short for the setting that turns the demonstration on.
    private static String[] settings(String[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument.equals("--demo") ? "--peerage.demo=true" : argument)
                .toArray(String[]::new);
    }

    private static List<String> rest(String[] arguments) {
        return List.of(arguments).subList(1, arguments.length);
    }

    private static int erase(List<String> words) {
        LoggingSystem.get(Peerage.class.getClassLoader()).beforeInitialize();
        var environment = System.getenv();
        return EraseCommand.run(home(environment), environment, words, System.out, System.err);
    }

    private static UpkeepCommand upkeep() {
        LoggingSystem.get(Peerage.class.getClassLoader()).beforeInitialize();
        var environment = System.getenv();
        return new UpkeepCommand(home(environment), environment, InstantSource.system(), System.out, System.err);
    }

    private static Path home(Map<String, String> environment) {
        var chosen = environment.getOrDefault("PEERAGE_HOME", "");
        return chosen.isBlank() ? Path.of(System.getProperty("user.home"), ".peerage") : Path.of(chosen);
    }

    private static int enrol(String[] arguments, Map<String, String> environment) {
        var person = arguments.length == 2 && arguments[0].equals("--person") && !arguments[1].isBlank();
        if (arguments.length > 0 && !person) {
            var help = arguments[0].equals("--help");
            (help ? System.out : System.err).println(ENROL);
            return help ? 0 : 2;
        }
        // Only the link goes to the console, so that a script can take it.
        LoggingSystem.get(Peerage.class.getClassLoader()).beforeInitialize();
        var home = home(environment);
        if (person) {
            return EnrolCommand.signIn(home, environment, arguments[1])
                    .map(answer -> told(answer, arguments[1]))
                    .orElseGet(() -> notRunning(home));
        }
        return EnrolCommand.link(home, environment)
                .map(link -> {
                    System.out.println(link);
                    return 0;
                })
                .orElseGet(() -> notRunning(home));
    }

    private static int told(EnrolCommand.Answer answer, String whom) {
        return switch (answer) {
            case EnrolCommand.Answer.Link(var name, var url) -> {
                System.err.println("For " + name + ". It signs them in once, within 24 hours, and opens no room:"
                        + " for that they need their ten words.");
                System.out.println(url);
                yield 0;
            }
            case EnrolCommand.Answer.Unclear(var lines) -> {
                System.err.println("More than one person fits \"" + whom + "\". Name one by id:");
                lines.forEach(System.err::println);
                yield 1;
            }
            case EnrolCommand.Answer.Nobody() -> {
                System.err.println("Nobody here has the id, e-mail address or name \"" + whom
                        + "\". Try a part of the name. For somebody new, ./peerage enrol makes an invitation.");
                yield 1;
            }
        };
    }

    private static int notRunning(Path home) {
        System.err.println("No Peerage is running on " + home
                + "; start one with ./peerage run, or set PEERAGE_HOME to the folder of one that does.");
        return 1;
    }
}
