/// Who convenes a network: more than one may, and one always does (ADR-0050).
@NullMarked
package org.peerage.networks.conveners;

import org.jspecify.annotations.NullMarked;
