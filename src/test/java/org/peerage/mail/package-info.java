@NullMarked
package org.peerage.mail;

import org.jspecify.annotations.NullMarked;
