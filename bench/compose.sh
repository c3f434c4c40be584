#!/bin/sh
# How good the composition is: on the published instances, on a generated one of 2,000, and on a roster.
# PEERAGE_MDGP names the folder of the instances, ROSTER a CSV. SEEDS (5), NAMES (a regular expression), SECONDS (60),
# THREADS (2). Instances are timed in processor time of the one thread that searches.
set -eu
cd "$(dirname "$0")/.."

./mvnw -q -B test-compile
path=target/classes:target/test-classes
for jar in "$HOME"/.m2/repository/org/apache/commons/commons-csv/*/*.jar \
    "$HOME"/.m2/repository/commons-io/commons-io/*/*.jar "$HOME"/.m2/repository/commons-codec/commons-codec/*/*.jar \
    "$HOME"/.m2/repository/org/jspecify/jspecify/*/*.jar "$HOME"/.m2/repository/org/junit/jupiter/junit-jupiter-api/*/*.jar; do
    path=$path:$jar
done
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

if [ -n "${PEERAGE_MDGP:-}" ]; then
    for names in "${NAMES:-.*}" generated; do
        "$java" -Xmx700m -cp "$path" org.peerage.composition.InstanceBench "$PEERAGE_MDGP" "${SEEDS:-5}" "$names"
    done
fi
if [ -n "${ROSTER:-}" ]; then
    for leaders in 0 100000; do
        "$java" -Xmx900m -cp "$path" org.peerage.composition.RosterBench "$ROSTER" "$leaders" "${SECONDS:-60}" \
            "${THREADS:-2}"
    done
fi
