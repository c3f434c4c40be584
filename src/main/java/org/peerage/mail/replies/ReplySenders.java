package org.peerage.mail.replies;

import java.util.List;
import org.peerage.mail.Addresses;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whose address it is from which a reply says it comes.
@Component
class ReplySenders {

    private final Addresses addresses;

    ReplySenders(Addresses addresses) {
        this.addresses = addresses;
    }

    /// Asked by the program that has letters, in a transaction of its own.
    @Transactional(readOnly = true)
    List<PersonId> at(String address) {
        return addresses.peopleAt(address);
    }
}
