package org.peerage.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;

/// The modules of the program, each after those that it builds on: the packages that say which others they may use
/// (ADR-0001). So a schema is made after every schema whose functions and views its own migrations name.
final class Modules {

    private static final String PROGRAM = Modules.class
            .getPackageName()
            .substring(0, Modules.class.getPackageName().lastIndexOf('.'));
    private static final Pattern PACKAGE = Pattern.compile(".*/([a-z]+)/package-info\\.class");

    private Modules() {}

    static List<String> inOrder() {
        var dependencies = dependencies();
        var ordered = new LinkedHashSet<String>();
        dependencies.keySet().forEach(module -> add(module, dependencies, ordered));
        return List.copyOf(ordered);
    }

    /// What a module builds on stands before it. Modules make no circles: `ModularityTests`.
    private static void add(String module, SortedMap<String, List<String>> dependencies, Collection<String> ordered) {
        if (!ordered.contains(module)) {
            dependencies.getOrDefault(module, List.of()).forEach(below -> add(below, dependencies, ordered));
            ordered.add(module);
        }
    }

    private static SortedMap<String, List<String>> dependencies() {
        var found = new TreeMap<String, List<String>>();
        try {
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + PROGRAM.replace('.', '/') + "/*/package-info.class")) {
                var name = PACKAGE.matcher(file.getURL().toString());
                if (name.matches()) {
                    declared(name.group(1)).ifPresent(module -> found.put(name.group(1), below(module)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Optional<ApplicationModule> declared(String module) {
        try {
            var front = Class.forName(PROGRAM + "." + module + ".package-info");
            return Optional.ofNullable(front.getAnnotation(ApplicationModule.class));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Without the named interfaces, as in `networks::directory`.
    private static List<String> below(ApplicationModule module) {
        var names = new ArrayList<String>();
        for (var allowed : module.allowedDependencies()) {
            names.add(allowed.split("::", 2)[0].strip());
        }
        return names;
    }
}
