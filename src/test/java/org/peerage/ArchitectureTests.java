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
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.junit.jupiter.api.Test;
import org.peerage.tenancy.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@AnalyzeClasses(packages = "org.peerage", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Path SOURCES = Path.of("src/main/java/org/peerage");

    private static final DescribedPredicate<JavaClass> GENERATED_TEMPLATES = DescribedPredicate.describe(
            "templates", type -> type.getSimpleName().startsWith("Jte"));

    /// Whatever asks the database is a store, by whatever name. Only `tenancy`, where transactions come from and
    /// where no table lies, asks as well whether there is one.
    private static final DescribedPredicate<JavaClass> STORES = DescribedPredicate.describe(
            "stores",
            type -> type.getSimpleName().endsWith("Store")
                    || (!type.getPackageName().equals("org.peerage.tenancy")
                            && type.getMethodCallsFromSelf().stream()
                                    .anyMatch(call -> call.getTargetOwner()
                                            .getPackageName()
                                            .startsWith("org.springframework.jdbc.core"))));

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
    static final ArchRule CONTROLLERS_HOLD_NO_STORE = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .should()
            .haveRawType(STORES)
            .orShould()
            .haveRawType(JdbcClient.class)
            .because("a page is read and an act is done in one transaction, and a controller has none");

    @ArchTest
    static final ArchRule STORES_OPEN_NO_TRANSACTION = noClasses()
            .that(STORES)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Transactional.class, TransactionOperations.class, PlatformTransactionManager.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(TransactionOperations.class)
            .because("a store that opens one makes as many transactions as a request has questions");

    @ArchTest
    static final ArchRule IDS_ARE_GIVEN_BY_OPERATIONS = noClasses()
            .that(DescribedPredicate.describe(
                    "pages, stores, controllers, templates and values",
                    // The one handler of bugs gives each incident its number.
                    type -> !type.getSimpleName().equals("ErrorPages")
                            && (type.isRecord()
                                    || type.isAnnotatedWith(Controller.class)
                                    || type.getSimpleName().startsWith("Jte")
                                    || STORES.test(type)
                                    || type.getSimpleName().matches(".*(Page|Pages|Form)"))))
            .should()
            .callMethod(Ids.class, "next")
            .because("what is new gets its name where it comes into being, so that a repeated request is the same one");

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
            .areDeclaredInClassesThat()
            .areNotAssignableTo(Session.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(InternalHttpUpgradeHandler.class)
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

    /// Named like an operation, which would get it past a rule about names.
    private record Bells(JdbcClient sql) {

        @Transactional
        @SuppressWarnings("UnusedMethod")
        int ring() {
            return sql.sql("select 1").query(Integer.class).single();
        }
    }

    @Test
    void whatAsksTheDatabaseIsAStoreWhateverItsName() {
        var bells = new ClassFileImporter().importClasses(Bells.class);
        assertThat(STORES_OPEN_NO_TRANSACTION.evaluate(bells).hasViolation()).isTrue();
    }

    @Test
    void publicTypesStayWithinTheBudget() throws IOException {
        var all = sources();
        var open = all.stream().filter(source -> source.contains("\npublic ")).count();
        assertThat((double) open / all.size())
                .as("share of files with a public type: no is temporary, public is for ever")
                .isLessThan(0.35);
    }

    @Test
    void aPublicNameMeansOneThing() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var names = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains("\npublic "))
                    .map(file -> file.getFileName().toString());
            var named = names.collect(Collectors.groupingBy(name -> name, Collectors.counting()));
            named.values().removeIf(count -> count == 1);
            assertThat(named).as("names that two public types have").isEmpty();
        }
    }

    @Test
    void noClassOutgrowsAPage() throws IOException {
        assertThat(longerThan(400, ".java"))
                .as("classes over 400 lines want splitting by screen or rule")
                .isEmpty();
        assertThat(longerThan(150, "Controller.java"))
                .as("a controller over 150 lines serves more than one screen")
                .isEmpty();
    }

    private static List<String> longerThan(int most, String ending) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> read(file).lines().count() > most)
                    .map(file -> file.getFileName() + " " + read(file).lines().count())
                    .toList();
        }
    }

    @Test
    void noFolderHoldsMoreThanAStrangerTakesIn() throws IOException {
        try (var folders = Files.walk(SOURCES).filter(Files::isDirectory)) {
            assertThat(folders.filter(folder -> javaFilesIn(folder) > 30))
                    .as("a folder of more than 30 classes wants cutting by sub-feature")
                    .isEmpty();
        }
    }

    private static long javaFilesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A schema has its module's name. What a file says between quotes may name its own module's schema and those of
    /// the modules it is allowed to depend on, and of another's only the views called `shared_…` and functions.
    @Test
    void sqlNamesOnlySchemasOfDeclaredDependencies() throws IOException {
        var modules = ApplicationModules.of(Peerage.class).stream()
                .collect(Collectors.toMap(
                        module -> module.getIdentifier().toString(),
                        module -> allowed(module.getBasePackage().getName())));
        var named = Pattern.compile("\\b(from|join|into|update|table|on|using|select|array\\(select)\\s+("
                + String.join("|", modules.keySet()) + ")\\.([a-z_]+)");
        try (var files = Files.walk(SOURCES)) {
            var breaches = new ArrayList<String>();
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var own = SOURCES.relativize(file).getName(0).toString();
                named.matcher(read(file)).results().forEach(found -> {
                    var schema = found.group(2);
                    var isTable = !found.group(3).startsWith("shared_")
                            && found.group(1).matches("from|join|into|update");
                    if (!schema.equals(own)
                            && (isTable || !modules.getOrDefault(own, Set.of()).contains(schema))) {
                        breaches.add(file.getFileName() + " names " + schema + "." + found.group(3));
                    }
                });
            }
            assertThat(breaches)
                    .as(
                            "another module's rows are reached by its shared views or its API, and only by who depends on it")
                    .isEmpty();
        }
    }

    private static Set<String> allowed(String module) {
        try {
            return Set.of(Class.forName(module + ".package-info")
                    .getAnnotation(ApplicationModule.class)
                    .allowedDependencies());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("every module has a package-info", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
