package org.peerage.demo;

import org.peerage.database.DatabaseRefused;
import org.peerage.identity.People;
import org.peerage.tenancy.Acting;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// A folder holds either a demonstration or real people, never both: looked at before the first page is served.
@Component
class FolderKind implements SmartInitializingSingleton {

    private final Figures figures;
    private final People people;
    private final boolean demonstration;

    FolderKind(Figures figures, People people, @Value("${peerage.demo:false}") boolean demonstration) {
        this.figures = figures;
        this.people = people;
        this.demonstration = demonstration;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var played = !Acting.asProgram("demo", () -> figures.all()).isEmpty();
        if (demonstration && !played && !Acting.asProgram("sign-in", () -> people.none())) {
            throw new DatabaseRefused(
                    "This folder holds real people; a demonstration needs a folder of its own (PEERAGE_HOME).");
        }
        if (!demonstration && played) {
            throw new DatabaseRefused(
                    "This folder holds a demonstration; start it with --demo, or choose another folder (PEERAGE_HOME).");
        }
    }
}
