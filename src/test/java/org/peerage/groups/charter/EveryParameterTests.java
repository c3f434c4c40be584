package org.peerage.groups.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/// Whoever adds a parameter to the charter shows that the program keeps to it.
class EveryParameterTests {

    @Test
    void everyParameterHasATestThatSeesItKept() throws IOException {
        var shown = new TreeSet<String>();
        var reader = new SimpleMetadataReaderFactory();
        for (var file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:org/peerage/**/*Tests.class")) {
            for (var test :
                    reader.getMetadataReader(file).getAnnotationMetadata().getAnnotatedMethods(Obeys.class.getName())) {
                assertThat(test.isAnnotated(Test.class.getName()))
                        .as(test.getMethodName())
                        .isTrue();
                shown.addAll(
                        Arrays.asList(test.getAnnotations().get(Obeys.class).getStringArray("value")));
            }
        }
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        CharterTemplate.shipped().terms().map(Term::key).toList());
    }
}
