import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/// Classes of some source folders, kept beside what they were compiled from. A changed source is compiled; where what
/// others can see of its classes has changed, so are the sources that name them, until nothing more changes.
record Compiled(List<Path> sources, Path folder) {

    /// Empty: it does not compile, and the compiler has said why. Else the names of the classes whose face has changed.
    Optional<Set<String>> bringUpToDate(String classPath, Set<String> changedBelow) throws IOException {
        var kept = new Fingerprints(folder.resolveSibling(folder.getFileName() + ".seen"));
        var now = Fingerprints.of(sources, ".java");
        var toDo = new TreeSet<>(kept.differences(now));
        var classes = read();
        toDo.addAll(naming(classes.values(), changedBelow));
        Set<String> changed = new HashSet<>();
        var done = new HashSet<String>();
        while (!toDo.isEmpty()) {
            var before = facesOf(classes.values(), toDo);
            for (var one : classes.values()) {
                if (toDo.contains(one.source())) {
                    Files.delete(one.file());
                }
            }
            var present = toDo.stream().filter(now::containsKey).toList();
            if (!compile(present, classPath)) {
                var left = new HashMap<>(now);
                left.keySet().removeAll(toDo);
                kept.keep(left);
                return Optional.empty();
            }
            done.addAll(toDo);
            classes = read();
            var after = facesOf(classes.values(), toDo);
            var different = new TreeSet<String>();
            before.forEach((name, face) -> {
                if (!face.equals(after.get(name))) {
                    different.add(name);
                }
            });
            after.keySet().stream().filter(name -> !before.containsKey(name)).forEach(different::add);
            changed.addAll(different);
            toDo = new TreeSet<>(
                    hasOtherConstants(before, after, different) ? now.keySet() : naming(classes.values(), different));
            toDo.removeAll(done);
        }
        kept.keep(now);
        return Optional.of(changed);
    }

    private Map<String, ClassFace> read() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> read(file))
                    .collect(Collectors.toMap(ClassFace::name, one -> one));
        }
    }

    private ClassFace read(Path file) {
        try {
            return ClassFace.of(file, folder, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> facesOf(Collection<ClassFace> classes, Set<String> sources) {
        return classes.stream()
                .filter(one -> sources.contains(one.source()))
                .collect(Collectors.toMap(ClassFace::name, ClassFace::face));
    }

    private static Set<String> naming(Collection<ClassFace> classes, Set<String> names) {
        return classes.stream()
                .filter(one -> one.names().stream().anyMatch(names::contains))
                .map(ClassFace::source)
                .collect(Collectors.toSet());
    }

    /// The compiler copies constants into whoever uses them and leaves no trace of where they came from.
    private static boolean hasOtherConstants(Map<String, String> before, Map<String, String> after, Set<String> names) {
        return names.stream()
                .anyMatch(name -> before.containsKey(name)
                        && !ClassFace.constants(before.get(name)).equals(ClassFace.constants(after.getOrDefault(name, ""))));
    }

    private boolean compile(List<String> files, String classPath) throws IOException {
        if (files.isEmpty()) {
            return true;
        }
        Files.createDirectories(folder);
        System.err.println(files.size() == 1 ? "Compiling " + files.getFirst() : "Compiling " + files.size() + " files");
        var arguments = new ArrayList<>(List.of("-proc:none", "-parameters", "-nowarn", "-Xlint:none", "-d", folder.toString()));
        arguments.addAll(List.of("-cp", folder + java.io.File.pathSeparator + classPath));
        arguments.addAll(files);
        return ToolProvider.getSystemJavaCompiler().run(null, System.err, System.err, arguments.toArray(String[]::new)) == 0;
    }
}
