package org.peerage.processing;

import java.util.List;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What may be written down while something is worked on, whatever it is.
@Component
class CapturedTexts implements TextKinds {

    private final ObjectProvider<SubjectKind> subjects;

    CapturedTexts(ObjectProvider<SubjectKind> subjects) {
        this.subjects = subjects;
    }

    @Override
    public List<TextKind> kinds() {
        return subjects.stream()
                .flatMap(subject -> subject.texts().stream())
                .map(SubjectKind.Text::sealed)
                .toList();
    }
}
