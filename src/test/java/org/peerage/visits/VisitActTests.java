package org.peerage.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.visits.VisitState.CLOSED;
import static org.peerage.visits.VisitState.GOES_ON;
import static org.peerage.visits.VisitState.INVITED;
import static org.peerage.visits.VisitState.PLEDGED;
import static org.peerage.visits.VisitState.STOPS;
import static org.peerage.visits.VisitState.VISITED;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every act from every state: what is not in the table is refused.
class VisitActTests {

    private static final Map<String, VisitState> TABLE = Map.ofEntries(
            Map.entry("SIGN INVITED", PLEDGED),
            Map.entry("GO_ON VISITED", GOES_ON),
            Map.entry("STOP INVITED", STOPS),
            Map.entry("STOP PLEDGED", STOPS),
            Map.entry("STOP VISITED", STOPS),
            Map.entry("CAME PLEDGED", VISITED),
            Map.entry("CALL_OFF INVITED", CLOSED),
            Map.entry("CALL_OFF PLEDGED", CLOSED),
            Map.entry("SET_ASIDE VISITED", CLOSED),
            Map.entry("SET_ASIDE GOES_ON", CLOSED),
            Map.entry("SET_ASIDE STOPS", CLOSED));

    @Test
    void whatIsNotInTheTableIsRefused() {
        var led = new TreeSet<String>();
        for (var act : VisitAct.values()) {
            for (var state : VisitState.values()) {
                act.after(state).ifPresent(to -> led.add(act + " " + state + " " + to));
            }
        }
        var wanted = new TreeSet<String>();
        TABLE.forEach((from, to) -> wanted.add(from + " " + to));
        assertThat(led).isEqualTo(wanted);
    }

    @Test
    void nobodyHasVisitedWhoHasNotSigned() {
        assertThat(Stream.of(VisitAct.values())
                        .filter(act ->
                                act.after(INVITED).filter(VISITED::equals).isPresent()))
                .isEmpty();
    }

    @Test
    void itIsWrittenAsItIsRead() {
        assertThat(Stream.of(VisitState.values()).map(VisitState::key).map(VisitState::of))
                .containsExactly(VisitState.values());
    }
}
