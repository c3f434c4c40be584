package org.peerage.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.CharterTerms.Speaking;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The protocols that modules bring in `protocols/<module>.json`, read and checked once. One that is not known is not
/// there: nothing else is ever used in its place.
@Component
public class Protocols {

    private final List<Protocol> all;
    private final OwnMinutesStore own;
    private final Groups groups;

    Protocols(
            JsonMapper json,
            ObjectProvider<Facts> facts,
            ObjectProvider<SubjectKind> subjects,
            OwnMinutesStore own,
            Groups groups)
            throws IOException {
        this.groups = groups;
        this.own = own;
        var names = new HashSet<String>();
        facts.stream().flatMap(teller -> teller.names().stream()).forEach(names::add);
        all = Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:protocols/*.json"))
                .flatMap(file -> read(json, file, kinds(subjects, module(file)), names).stream())
                .toList();
    }

    /// Those of a module that are right for something of this kind, in the order of its file and as this group has
    /// them; in a transaction of one of its members.
    public List<Protocol> fitting(String module, String kind, GroupId group) {
        var changes = own.of(group, module);
        return all.stream()
                .filter(protocol -> protocol.module().equals(module))
                .filter(protocol -> protocol.fits().contains(kind))
                .map(protocol -> changed(protocol, changes))
                .toList();
    }

    /// As this group has it; in a transaction of one of its members.
    public Optional<Protocol> find(String module, String key, GroupId group) {
        return find(module, key).map(protocol -> changed(protocol, own.of(group, module)));
    }

    private static Protocol changed(Protocol protocol, Map<String, Map<String, Integer>> changes) {
        return protocol.changed(changes.getOrDefault(protocol.key(), Map.of())).orElse(protocol);
    }

    /// As the program brings them.
    List<Protocol> all() {
        return all;
    }

    /// Empty where this program has none of that name, or none any more.
    public Optional<Protocol> find(String module, String key) {
        return all.stream()
                .filter(protocol -> protocol.module().equals(module))
                .filter(protocol -> protocol.key().equals(key))
                .findFirst();
    }

    /// Its steps with their minutes, rules and scripts, for whoever leads this group without a screen.
    public Panel onPaper(Protocol protocol, GroupId group) {
        return new Panel("processing/onPaper", Map.of("protocol", protocol, "speaking", speaking(groups, group)));
    }

    /// By the charter, or as most do.
    static Speaking speaking(Groups groups, GroupId group) {
        return groups.terms(group).map(CharterTerms::speaking).orElse(Speaking.SHARES);
    }

    private static Set<String> kinds(ObjectProvider<SubjectKind> subjects, String module) {
        var kinds = new HashSet<String>();
        subjects.stream()
                .filter(subject -> subject.module().equals(module))
                .flatMap(subject -> subject.texts().stream())
                .map(SubjectKind.Text::kind)
                .forEach(kinds::add);
        return kinds;
    }

    private static List<Protocol> read(JsonMapper json, Resource file, Set<String> kinds, Set<String> facts) {
        try (var stream = file.getInputStream()) {
            return new ProtocolFile(module(file), kinds, facts).read(json.readTree(stream));
        } catch (ProtocolRefused | JacksonException e) {
            throw new ProtocolRefused("protocols/" + file.getFilename() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("the protocols of " + file + " are unreadable", e);
        }
    }

    private static String module(Resource file) {
        return String.valueOf(file.getFilename()).replace(".json", "");
    }
}
