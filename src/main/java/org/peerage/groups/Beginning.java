package org.peerage.groups;

import org.peerage.web.Message;

/// A part of beginning a group. They are taken in any order, and each is kept as it is done (`S4.19`).
///
/// @param address where it is done
public record Beginning(Message label, boolean done, String address) {}
