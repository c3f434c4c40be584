import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a class shows to others, and whom it names itself.
///
/// @param source the file it was compiled from
/// @param face   everything that another source could be compiled against, as a text
/// @param names  classes of this program that it mentions, with dots
record ClassFace(String name, Path file, String source, String face, Set<String> names) {

    private static final Pattern OURS = Pattern.compile("org/peerage/[A-Za-z0-9_/$]+");
    private static final String CONSTANTS = "\nconstants ";

    static ClassFace of(Path file, Path folder, List<Path> sources) throws IOException {
        var model = ClassFile.of().parse(file);
        var name = model.thisClass().asInternalName().replace('/', '.');
        return new ClassFace(name, file, source(model, folder.relativize(file), sources), face(model), names(model));
    }

    private static String source(ClassModel model, Path file, List<Path> sources) {
        var simple = model.findAttribute(Attributes.sourceFile())
                .map(attribute -> attribute.sourceFile().stringValue())
                .orElse(file.getFileName().toString().replaceFirst("[$.].*", ".java"));
        return sources.stream()
                .map(folder -> folder.resolve(file).resolveSibling(simple))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> sources.getFirst().resolve(file).resolveSibling(simple))
                .toString();
    }

    private static String face(ClassModel model) {
        var lines = new TreeSet<String>();
        var constants = new TreeSet<String>();
        for (var field : model.fields()) {
            if (!field.flags().has(AccessFlag.PRIVATE)) {
                lines.add("field " + field.flags().flagsMask() + " " + field.fieldName() + " " + field.fieldType()
                        + field.findAttribute(Attributes.signature()).map(s -> " " + s.signature()).orElse(""));
                field.findAttribute(Attributes.constantValue())
                        .ifPresent(value -> constants.add(field.fieldName() + "=" + value.constant().constantValue()));
            }
        }
        for (var method : model.methods()) {
            if (!method.flags().has(AccessFlag.PRIVATE) && !method.flags().has(AccessFlag.SYNTHETIC)) {
                lines.add("method " + method.flags().flagsMask() + " " + method.methodName() + " " + method.methodType()
                        + method.findAttribute(Attributes.signature()).map(s -> " " + s.signature()).orElse("")
                        + method.findAttribute(Attributes.exceptions()).map(e -> " " + e.exceptions()).orElse(""));
            }
        }
        return "class " + model.flags().flagsMask() + " " + model.superclass() + " " + model.interfaces()
                + model.findAttribute(Attributes.permittedSubclasses()).map(p -> " permits " + p.permittedSubclasses()).orElse("")
                + model.findAttribute(Attributes.record()).map(r -> " record " + r.components().stream()
                        .map(c -> c.name() + " " + c.descriptor()).toList()).orElse("")
                + model.findAttribute(Attributes.signature()).map(s -> " " + s.signature()).orElse("")
                + "\n" + String.join("\n", lines) + CONSTANTS + constants;
    }

    static String constants(String face) {
        return face.substring(Math.max(0, face.indexOf(CONSTANTS)));
    }

    /// Classes and the descriptors in which they stand; a text that happens to look like one costs a compilation.
    private static Set<String> names(ClassModel model) {
        return java.util.stream.StreamSupport.stream(model.constantPool().spliterator(), false)
                .filter(entry -> entry instanceof ClassEntry || entry instanceof Utf8Entry)
                .map(entry -> entry instanceof ClassEntry type ? type.asInternalName() : ((Utf8Entry) entry).stringValue())
                .flatMap(text -> OURS.matcher(text).results().map(found -> found.group().replace('/', '.')))
                .collect(Collectors.toSet());
    }
}
