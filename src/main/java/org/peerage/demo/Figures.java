package org.peerage.demo;

import java.util.List;
import java.util.Optional;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The demonstration's people, whom anybody may enter as. Known to the program `demo` alone.
@Component
class Figures {

    private final FigureStore store;

    Figures(FigureStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public List<Figure> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Optional<Figure> find(PersonId person) {
        return store.all().stream()
                .filter(figure -> figure.person().equals(person))
                .findFirst();
    }

    @Transactional
    public void add(Figure figure) {
        store.add(figure);
    }

    /// Everybody of one part begins at this page.
    @Transactional
    public void startAll(String path, String part) {
        store.startAll(path, part);
    }
}
