package org.peerage.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.Ids;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class StreamEndTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void whoeverIsLetOutHearsNothingMoreAtOnceAndOthersDo() {
        var here = GroupFixture.aGroup().with(3).inAnOpenRoom();
        var gone = here.members.getFirst();
        var topic = new Topic("meetings", Ids.next());
        var theirs = peerage.bean(Streams.class).open(topic, gone);
        var another = peerage.bean(Streams.class).open(topic, here.members.getLast());
        here.letOut(gone);
        var end = Instant.now().plus(Duration.ofMinutes(1));
        while (isOpen(theirs) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(isOpen(theirs)).isFalse();
        assertThat(isOpen(another)).isTrue();
    }

    private static boolean isOpen(SseEmitter stream) {
        try {
            stream.send(SseEmitter.event().comment("still there"));
            return true;
        } catch (IOException | IllegalStateException over) {
            return false;
        }
    }
}
