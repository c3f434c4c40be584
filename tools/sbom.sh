#!/bin/sh
# Writes down what the jar is made of: META-INF/sbom/application.cdx.json, where Spring Boot expects it, and
# docs/licences.md. It asks the registry for the poms of all libraries, which takes a minute and a network, so it is
# done when the dependencies change and not in every build; SbomTests fails until it has been.
set -eu
cd "$(dirname "$0")/.."
list=src/main/resources/META-INF/sbom
mkdir -p "$list" src/test/resources/sbom
JAVA_HOME=$(./peerage jdk) ./mvnw -B -q org.cyclonedx:cyclonedx-maven-plugin:2.9.3:makeAggregateBom@default \
    -Ppostgres-linux-amd64,postgres-linux-arm64v8,postgres-darwin-arm64v8,postgres-darwin-amd64 \
    -DincludeProvidedScope=false -DincludeTestScope=false
mv target/classes/META-INF/sbom/application.cdx.json "$list/application.cdx.json"
# Of the pom, what decides about libraries.
grep -E '<(groupId|artifactId|version|scope|[a-z0-9-]+\.version)>' pom.xml | tr -d ' ' | sha256sum | cut -d ' ' -f 1 \
    >src/test/resources/sbom/pom.sha256
PEERAGE_LICENCES=write ./peerage test SbomTests
