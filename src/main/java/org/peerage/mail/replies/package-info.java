/// What comes back by mail: a mailbox that the program reads by itself, and modules that know what to do with a reply.
@NullMarked
@NamedInterface("replies")
package org.peerage.mail.replies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
