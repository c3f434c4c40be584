package org.peerage;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

@AnalyzeClasses(packages = "org.peerage", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> GENERATED_TEMPLATES = DescribedPredicate.describe(
            "templates", type -> type.getSimpleName().startsWith("Jte"));

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_PRIVATE_TO_THEIR_MODULE = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .because("other modules talk to a module's nouns, never to its pages");

    @ArchTest
    static final ArchRule CONTROLLERS_HOLD_NO_TRANSACTION = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("a transaction belongs to an operation, not to parsing and rendering");

    @ArchTest
    static final ArchRule CONTROLLERS_WRITE_NO_SQL = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .because("SQL lives in the store beside the controller");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .because("constructors show what a class needs");

    @ArchTest
    static final ArchRule TIME_HAS_A_SOURCE = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .because("rules take the time from an InstantSource, so that tests can turn the clock");

    @ArchTest
    static final ArchRule NO_OLD_DATES = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .because("java.time says what it means");

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.peerage.Peerage")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("the log has an order and a level; only the command line prints");

    @ArchTest
    static final ArchRule SECRET_KEYS_BELONG_TO_THE_DEMONSTRATION = noClasses()
            .that()
            .resideOutsideOfPackages("org.peerage.demo..", "org.peerage.sealing..")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("Keyholder")
            .because("the server holds no key; only the demonstration's fictional people are sealed for in Java");

    @ArchTest
    static final ArchRule CONSTANTS_OR_STATE_ARE_PRIVATE = fields().that()
            .areDeclaredInClassesThat(DescribedPredicate.not(GENERATED_TEMPLATES))
            .and(DescribedPredicate.not(
                    modifier(JavaModifier.STATIC).<com.tngtech.archunit.core.domain.JavaField>forSubtype()))
            .should()
            .notBePublic()
            .because("state is reached by methods that say what they do");

    @ArchTest
    static final ArchRule NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage("org.peerage.."))
            .and()
            .haveNameMatching("set[A-Z].*")
            .and()
            .areNotStatic()
            .should()
            .haveRawReturnType(void.class)
            .because("a change of state has a name from the field")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_STUFF_DRAWERS = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..shared..", "..service..", "..dto..", "..impl..")
            .because("a thing lives where its noun lives");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .that(DescribedPredicate.not(GENERATED_TEMPLATES))
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|Entity|Data|Info|Processor|Wrapper)$")
            .orShould()
            .haveNameMatching(".*\\.(Base|Abstract)[A-Z].*")
            .because("these endings say nothing about the field");

    @ArchTest
    static final ArchRule TESTS_OF_FRAMEWORKS_STAY_OUT = methods()
            .that()
            .areAnnotatedWith("org.springframework.context.event.EventListener")
            .should()
            .notBePublic()
            .because("a listener is the module's own business");

    @Test
    void publicTypesStayWithinTheBudget() throws IOException {
        var all = sources();
        var open = all.stream().filter(source -> source.contains("\npublic ")).count();
        assertThat((double) open / all.size())
                .as("share of files with a public type: no is temporary, public is for ever")
                .isLessThan(0.35);
    }

    @Test
    void noClassOutgrowsAPage() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var long_ = new ArrayList<String>();
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var lines = Files.readAllLines(file).size();
                if (lines > 400) {
                    long_.add(file.getFileName() + " " + lines);
                }
            }
            assertThat(long_)
                    .as("classes over 400 lines want splitting by screen or rule")
                    .isEmpty();
        }
    }

    @Test
    void noModuleReadsAnothersTables() throws IOException {
        var modules = List.of(
                "identity",
                "mail",
                "rooms",
                "networks",
                "groups",
                "scheduling",
                "meetings",
                "processing",
                "issues",
                "commitments",
                "composition",
                "proposals",
                "placing",
                "guide",
                "demo");
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var breaches = files.filter(f -> f.toString().endsWith(".java"))
                    .flatMap(file -> modules.stream()
                            .filter(module -> !file.toString().contains("/" + module + "/"))
                            .filter(module -> read(file)
                                    .matches("(?s).*(from|join|into|update)\\s+" + module + "\\.(?!shared_)[a-z_]+.*"))
                            .map(module -> file.getFileName() + " reads " + module))
                    .collect(Collectors.toList());
            assertThat(breaches)
                    .as("another module's rows are reached by its shared views or its API")
                    .isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("package-info.java"))
                    .map(ArchitectureTests::read)
                    .toList();
        }
    }
}
