package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// The launcher meets machines that differ: made-up homes and JDK folders stand for them.
class LauncherTests {

    @TempDir
    private Path machine;

    private final Map<String, String> environment = new HashMap<>();

    private record Answer(int status, String output, String complaint) {}

    @BeforeEach
    void anEmptyMachine() throws IOException {
        environment.put("HOME", Files.createDirectory(machine.resolve("home")).toString());
        environment.put("PEERAGE_JDK_FOLDERS", machine.resolve("jvm").toString());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("JAVA_HOME", "");
        hideJavaOnPath();
    }

    @Test
    void helpIsTheDefaultAndListsEveryCommand() throws Exception {
        var answer = peerage();
        assertThat(answer.status()).isZero();
        assertThat(answer.output())
                .contains("run", "run --demo", "install", "enrol", "compose", "test", "format", "bench");
        assertThat(peerage("help")).isEqualTo(answer);
        assertThat(peerage("--help")).isEqualTo(answer);
    }

    @Test
    void anUnknownCommandFailsAndHelps() throws Exception {
        var answer = peerage("fly");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.complaint()).contains("there is no command 'fly'", "usage: ./peerage");
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        jdk("jvm/java-21", "21.0.5");
        var answer = peerage("jdk");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.complaint()).contains("a JDK of version 25 or newer is needed", "Install one", "JAVA_HOME=");
    }

    @Test
    void aRuntimeWithoutACompilerDoesNotCount() throws Exception {
        var runtime = jdk("jvm/java-25", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(peerage("jdk").status()).isEqualTo(1);
    }

    @Test
    void itLooksBeyondAnOldDefaultJava() throws Exception {
        environment.put("JAVA_HOME", jdk("jvm/java-17", "17.0.15").toString());
        var young = jdk("jvm/java-25", "25.0.1");
        assertThat(peerage("jdk").output().strip()).isEqualTo(young.toString());
    }

    @Test
    void javaHomeIsTakenFirstWhereItIsYoungEnough() throws Exception {
        jdk("jvm/java-25", "25.0.1");
        var chosen = jdk("elsewhere/java", "26");
        environment.put("JAVA_HOME", chosen.toString());
        assertThat(peerage("jdk").output().strip()).isEqualTo(chosen.toString());
    }

    @Test
    void theUsualFoldersOfAPersonAreSearched() throws Exception {
        var own = jdk("home/.jdks/temurin-25", "25");
        assertThat(peerage("jdk").output().strip()).isEqualTo(own.toString());
        var managed = jdk("home/.sdkman/candidates/java/25-tem", "25.0.1");
        assertThat(peerage("jdk").output().strip()).isEqualTo(managed.toString());
    }

    @Test
    void aFolderOfTheMacKindIsUnderstood() throws Exception {
        var mac = jdk("jvm/temurin-25.jdk/Contents/Home", "25.0.1");
        assertThat(peerage("jdk").output().strip()).isEqualTo(mac.toString());
    }

    /// The start-up cache knows its jars by the names that the training had for them.
    @Test
    void aCommandWorksFromAnyFolderBecauseTheProgramIsNamedByItsWholePath() throws Exception {
        var checkout = checkout();
        var elsewhere = Files.createDirectory(machine.resolve("elsewhere"));
        runs(elsewhere, checkout.resolve("peerage").toString(), "compose", "roster.csv");

        var run = checkout.toRealPath().resolve("target/run").toString();
        var started = Files.readAllLines(machine.resolve("java.log"));
        assertThat(started)
                .filteredOn(line -> line.contains(" -jar target/peerage.jar "))
                .hasSize(1);
        assertThat(started)
                .filteredOn(line -> line.contains("-XX:AOTCacheOutput="))
                .singleElement()
                .asString()
                .contains("-XX:AOTCacheOutput=" + run + "/", "-jar " + run + "/");
        assertThat(started)
                .filteredOn(line -> line.contains("-XX:AOTMode=on"))
                .as("whether the cache is taken is tried from another folder")
                .singleElement()
                .asString()
                .startsWith("/: ");
        assertThat(started.getLast())
                .startsWith(elsewhere.toRealPath() + ": ")
                .contains("-XX:AOTCache=" + run + "/", "-jar " + run + "/")
                .endsWith("compose roster.csv");
    }

    @Test
    void anInstalledProgramNeedsNoCheckout() throws Exception {
        var checkout = checkout();
        var elsewhere = Files.createDirectory(machine.resolve("elsewhere"));
        runs(elsewhere, checkout.resolve("peerage").toString(), "install", "opt");
        FileSystemUtils.deleteRecursively(checkout);

        var program = elsewhere.toRealPath().resolve("opt");
        runs(elsewhere, program.resolve("peerage").toString(), "run", "--demo");
        runs(elsewhere, program.resolve("peerage").toString());
        runs(elsewhere, program.resolve("peerage").toString(), "enrol", "--person", "Ann Lee");
        assertThat(Files.readAllLines(machine.resolve("java.log")).reversed())
                .startsWith(
                        elsewhere.toRealPath() + ": -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED"
                                + " -XX:AOTCache=" + program + "/peerage.aot -Xlog:aot=off -Xlog:cds=off -jar "
                                + program + "/peerage.jar enrol --person Ann Lee",
                        elsewhere.toRealPath() + ": -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED"
                                + " -Xms48m -Xmx512m -XX:AOTCache=" + program
                                + "/peerage.aot -Xlog:aot=off -Xlog:cds=off -jar " + program + "/peerage.jar")
                .anyMatch(line -> line.contains("-XX:AOTCacheOutput=" + program + "/peerage.aot"))
                .anyMatch(line -> line.endsWith("/peerage.jar --demo"));
        var homes = Files.readAllLines(machine.resolve("homes.log"));
        assertThat(homes.subList(homes.size() - 3, homes.size()))
                .as("a demonstration lies in a folder of its own")
                .satisfiesExactly(
                        home -> assertThat(home).startsWith("/").endsWith("peerage-demo"),
                        home -> assertThat(home).startsWith("/").endsWith("peerage"),
                        home -> assertThat(home).startsWith("/").endsWith("peerage"));
    }

    /// Or a slip of the pen would start a server.
    @Test
    void anInstalledProgramStartsNothingByAWordItDoesNotKnow() throws Exception {
        var checkout = checkout();
        runs(machine, checkout.resolve("peerage").toString(), "install", "opt");
        var started = Files.readAllLines(machine.resolve("java.log")).size();
        runs(machine, machine.resolve("opt/peerage").toString(), "--help");
        assertThat(Files.readString(machine.resolve("output"))).contains("usage: peerage run", "backup", "restore");
        var slip = new ProcessBuilder(machine.resolve("opt/peerage").toString(), "docter")
                .redirectErrorStream(true)
                .redirectOutput(machine.resolve("output").toFile())
                .start();
        assertThat(slip.waitFor()).isEqualTo(2);
        assertThat(Files.readAllLines(machine.resolve("java.log"))).hasSize(started);
    }

    /// A checkout whose build does nothing, with a `java` that writes down what it was asked.
    private Path checkout() throws IOException {
        var checkout = Files.createDirectory(machine.resolve("checkout"));
        Files.copy(Path.of("peerage"), checkout.resolve("peerage"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(checkout.resolve("src/main"));
        Files.createDirectory(checkout.resolve(".mvn"));
        Files.createFile(checkout.resolve("pom.xml"));
        Files.createDirectory(checkout.resolve("target"));
        script(checkout.resolve("mvnw"), "exit 0");
        var java = jdk("jvm/java-25", "25.0.1").resolve("bin/java");
        script(
                java,
                "echo \"$PWD: $*\" >>" + machine.resolve("java.log") + "; echo \"${PEERAGE_HOME:-none}\" >>"
                        + machine.resolve("homes.log")
                        + "; [ \"$1\" = -Djarmode=tools ] && mkdir -p \"$6/lib\" && : >\"$6/peerage.jar\"; exit 0");
        return checkout;
    }

    private void runs(Path from, String... words) throws Exception {
        var output = machine.resolve("output");
        var command = new ProcessBuilder(words)
                .directory(from.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment().clear();
        command.environment().putAll(environment);
        assertThat(command.start().waitFor())
                .as(() -> String.join(" ", words) + " from " + from)
                .isZero();
    }

    /// A `java` that says nothing stands before the real one of the machine that runs this test.
    private void hideJavaOnPath() throws IOException {
        var silent = Files.createDirectory(machine.resolve("bin")).resolve("java");
        script(silent, "exit 0");
        environment.merge("PATH", silent.getParent() + ":", (path, first) -> first + path);
    }

    private Path jdk(String place, String version) throws IOException {
        var home = machine.resolve(place);
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/java"), "exit 0");
        script(home.resolve("bin/javac"), "exit 0");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Answer peerage(String... arguments) throws Exception {
        var output = machine.resolve("output").toFile();
        var complaint = machine.resolve("complaint").toFile();
        var command = new ProcessBuilder(Path.of("peerage").toAbsolutePath().toString());
        command.command().addAll(List.of(arguments));
        command.environment().clear();
        command.environment().putAll(environment);
        var status =
                command.redirectOutput(output).redirectError(complaint).start().waitFor();
        return new Answer(
                status,
                Files.readString(output.toPath(), StandardCharsets.UTF_8),
                Files.readString(complaint.toPath(), StandardCharsets.UTF_8));
    }
}
