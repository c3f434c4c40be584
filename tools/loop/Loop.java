import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// From a changed line to a test's result in seconds: draws the templates, compiles what changed and what that touches,
/// and prints the arguments with which the tests that were asked for are run. Error Prone and the formatter have their
/// say in the complete run, `./peerage test`.
///
/// Arguments: the class path of the libraries, then names of tests (`AgendaTests`, `AgendaTests#one`) or of modules
/// (`meetings`, `meetings.agenda`). Status 1: something does not compile or is not known, and it says what.
final class Loop {

    private static final Path HERE = Path.of("target", "loop");
    private static final Path TEMPLATES = HERE.resolve("templates");
    private static final Path TESTS = Path.of("src/test/java");
    private static final String ROOT = "org.peerage";

    private Loop() {}

    public static void main(String[] arguments) throws IOException {
        var libraries = arguments[0];
        draw();
        // The rules of the structure know tests by where their classes lie, and `out/test` is one of those places.
        var main = new Compiled(List.of(Path.of("src/main/java"), TEMPLATES), HERE.resolve("out/main"));
        var test = new Compiled(List.of(TESTS), HERE.resolve("out/test"));
        var changed = main.bringUpToDate(libraries, Set.of());
        if (changed.isEmpty() || test.bringUpToDate(main.folder() + File.pathSeparator + libraries, changed.get()).isEmpty()) {
            System.exit(1);
        }
        var chosen = new ArrayList<String>();
        var methods = new ArrayList<String>();
        var journeys = new TreeSet<String>();
        for (var name : List.of(arguments).subList(1, arguments.length)) {
            var tests = testsCalled(name);
            if (tests.isEmpty()) {
                System.err.println("There is no test and no module called " + name + ".");
                System.exit(1);
            }
            var aModule = tests.size() > 1 || !tests.getFirst().endsWith("." + name.replaceFirst("#.*", ""));
            for (var one : tests) {
                if (aModule && one.endsWith("JourneyTests")) {
                    journeys.add(one.substring(one.lastIndexOf('.') + 1));
                } else {
                    chosen.add("--select-class=" + one);
                    // By name, whatever a test is given: its parameters would have to be written out in a selection.
                    methods.add("--include-methodname=" + one + (name.contains("#") ? name.substring(name.indexOf('#')) : "[#$].*"));
                }
            }
        }
        if (!journeys.isEmpty()) {
            System.err.println("Without the journeys, which need a browser: ./peerage test " + String.join(" ", journeys));
        }
        chosen.forEach(System.out::println);
        if (methods.stream().anyMatch(method -> !method.endsWith("[#$].*"))) {
            methods.forEach(System.out::println);
        }
    }

    /// The classes of a name: one test, or all that lie in a module's folder.
    private static List<String> testsCalled(String name) throws IOException {
        var simple = name.replaceFirst("#.*", "");
        var folder = TESTS.resolve(ROOT.replace('.', '/')).resolve(simple.replace('.', '/'));
        try (var files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith("Tests.java"))
                    .filter(file -> Files.isDirectory(folder)
                            ? file.startsWith(folder)
                            : file.getFileName().toString().equals(simple + ".java"))
                    .map(file -> TESTS.relativize(file).toString().replace(".java", "").replace('/', '.'))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static void draw() throws IOException {
        var sources = Path.of("src/main/java/org/peerage");
        var kept = new Fingerprints(HERE.resolve("templates.seen"));
        if (kept.differences(Fingerprints.of(List.of(sources), ".jte")).isEmpty()) {
            return;
        }
        var engine = TemplateEngine.create(new DirectoryCodeResolver(sources), TEMPLATES, ContentType.Html, null, ROOT);
        engine.setTrimControlStructures(true);
        engine.cleanAll();
        engine.generateAll();
        kept.keep(Fingerprints.of(List.of(sources), ".jte"));
    }
}
