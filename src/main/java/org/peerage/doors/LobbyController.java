package org.peerage.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// `/api/v1/`: the lobby for programs. Each answer is bytes of its own, whatever a program says that it accepts.
@Controller
class LobbyController {

    static final String DESCRIPTION = "/api/v1/openapi.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Lobby lobby;
    private final byte[] description = description();

    LobbyController(Lobby lobby) {
        this.lobby = lobby;
    }

    @GetMapping("/api/v1/openapi.json")
    @Needs({})
    ResponseEntity<byte[]> describe() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(description);
    }

    @GetMapping("/api/v1/networks")
    @Needs(TokenScope.NETWORKS)
    ResponseEntity<byte[]> networks() {
        return answer(lobby.networks());
    }

    @GetMapping("/api/v1/networks/{network}")
    @Needs(TokenScope.NETWORKS)
    ResponseEntity<byte[]> network(@PathVariable UUID network) {
        return answer(lobby.network(new NetworkId(network)));
    }

    @GetMapping("/api/v1/networks/{network}/people")
    @Needs(TokenScope.PEOPLE)
    ResponseEntity<byte[]> people(
            @PathVariable UUID network,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return answer(lobby.people(new NetworkId(network), Lobby.Part.of(after, limit)));
    }

    @GetMapping("/api/v1/groups")
    @Needs(TokenScope.GROUPS)
    ResponseEntity<byte[]> groups(
            @RequestParam(required = false) @Nullable UUID network,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return answer(lobby.groups(network == null ? null : new NetworkId(network), Lobby.Part.of(after, limit)));
    }

    @GetMapping("/api/v1/groups/{group}")
    @Needs(TokenScope.GROUPS)
    ResponseEntity<byte[]> group(@PathVariable UUID group) {
        return answer(lobby.group(new GroupId(group)));
    }

    @GetMapping("/api/v1/groups/{group}/members")
    @Needs(TokenScope.GROUPS)
    ResponseEntity<byte[]> members(@PathVariable UUID group) {
        return answer(lobby.members(new GroupId(group)));
    }

    @GetMapping("/api/v1/groups/{group}/meetings")
    @Needs(TokenScope.MEETINGS)
    ResponseEntity<byte[]> meetings(
            @PathVariable UUID group,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return answer(lobby.meetings(new GroupId(group), Lobby.Part.of(after, limit)));
    }

    @GetMapping("/api/v1/meetings")
    @Needs(TokenScope.MEETINGS)
    ResponseEntity<byte[]> myMeetings(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return answer(lobby.meetings(Lobby.Part.of(after, limit)));
    }

    /// What is not there is said as everything here is said.
    @RequestMapping("/api/**")
    @Needs({})
    ResponseEntity<byte[]> nothing() {
        throw Problem.notFound();
    }

    private static ResponseEntity<byte[]> answer(LobbyAnswer answer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(answer));
    }

    private static byte[] description() {
        try {
            return new ClassPathResource("openapi/lobby-v1.json").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
