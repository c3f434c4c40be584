package org.peerage;

import java.nio.file.Path;
import java.util.Map;
import org.peerage.identity.EnrolCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/// The program: without a command it serves the pages; `enrol` prints a one-time link.
@SpringBootApplication(proxyBeanMethods = false)
public class Peerage {

    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "enrol" -> System.exit(enrol(System.getenv()));
            default -> SpringApplication.run(Peerage.class, arguments);
        }
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
