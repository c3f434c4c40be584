package org.peerage.requests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the program, its database and those who ask have used up of the processors so far, in milliseconds: a figure
/// that a busy neighbour hardly moves, where a rate is his as much as ours. Read from `/proc`, so of Linux alone.
///
/// @param program  Java, with its compilers
/// @param compilers of Java alone: what is over once everything is warm
/// @param database all processes of PostgreSQL
/// @param asker    what this process has started and waited for: wrk, pgbench
record ProcessorTime(double program, double compilers, double database, double asker) {

    /// Linux counts in hundredths of a second, on every machine that it runs on.
    private static final double MILLISECONDS = 10;

    static ProcessorTime of(long program, Path home) throws IOException {
        var postmaster = Long.parseLong(Files.readAllLines(home.resolve("database/postmaster.pid"))
                .getFirst()
                .strip());
        return new ProcessorTime(
                used(Path.of("/proc/" + program + "/stat"), 11),
                compilers(program),
                used(Path.of("/proc/" + postmaster + "/stat"), 13) + children(postmaster),
                used(Path.of("/proc/self/stat"), 13));
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(
                program - before.program,
                compilers - before.compilers,
                database - before.database,
                asker - before.asker);
    }

    ProcessorTime plus(ProcessorTime other) {
        return new ProcessorTime(
                program + other.program, compilers + other.compilers, database + other.database, asker + other.asker);
    }

    ProcessorTime each(double requests) {
        return new ProcessorTime(program / requests, compilers / requests, database / requests, asker / requests);
    }

    /// Whoever ends in between is added to the parent, so nothing is lost.
    private static double children(long parent) throws IOException {
        var sum = 0.0;
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                var stat = process.resolve("stat");
                var fields = fields(stat);
                if (fields.length > 1 && fields[1].equals("" + parent)) {
                    sum += used(stat, 11);
                }
            }
        }
        return sum;
    }

    private static double compilers(long program) throws IOException {
        var sum = 0.0;
        try (var threads = Files.newDirectoryStream(Path.of("/proc/" + program + "/task"))) {
            for (var thread : threads) {
                if (read(thread.resolve("stat")).contains("Compiler")) {
                    sum += used(thread.resolve("stat"), 11);
                }
            }
        }
        return sum;
    }

    private static double used(Path stat, int from) throws IOException {
        var fields = fields(stat);
        return fields.length <= from + 1
                ? 0
                : (Long.parseLong(fields[from]) + Long.parseLong(fields[from + 1])) * MILLISECONDS;
    }

    /// What follows the name, which may hold anything. Nothing of whoever has ended meanwhile.
    private static String[] fields(Path stat) throws IOException {
        var line = read(stat);
        return line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
    }

    private static String read(Path stat) throws IOException {
        try {
            return Files.readString(stat);
        } catch (IOException gone) {
            return ") ended 0";
        }
    }
}
