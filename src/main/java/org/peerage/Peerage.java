package org.peerage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.peerage.composition.ComposeCommand;
import org.peerage.identity.EnrolCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The program: without a command it serves the pages; `enrol` prints a one-time link; `compose` forms groups
/// from a roster.
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Peerage {

    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "enrol" -> System.exit(enrol(System.getenv()));
            case "compose" ->
                System.exit(
                        ComposeCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length), System.out, System.err));
            default -> SpringApplication.run(Peerage.class, settings(arguments));
        }
    }

    /// `--demo` is short for the setting that turns the demonstration on.
    private static String[] settings(String[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument.equals("--demo") ? "--peerage.demo=true" : argument)
                .toArray(String[]::new);
    }

    private static int enrol(Map<String, String> environment) {
        // Only the link goes to the console, so that a script can take it.
        LoggingSystem.get(Peerage.class.getClassLoader()).beforeInitialize();
        var chosen = environment.getOrDefault("PEERAGE_HOME", "");
        var home = chosen.isBlank() ? Path.of(System.getProperty("user.home"), ".peerage") : Path.of(chosen);
        var link = EnrolCommand.link(home, environment);
        link.ifPresentOrElse(
                System.out::println,
                () -> System.err.println("No Peerage is running on " + home
                        + "; start one with ./peerage run, or set PEERAGE_HOME to the folder of one that does."));
        return link.isPresent() ? 0 : 1;
    }
}
