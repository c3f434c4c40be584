package org.peerage.groups;

import org.peerage.web.Link;
import org.peerage.web.Message;

/// What somebody does for the group and hands on before they leave it, as the module that knows of it says.
///
/// @param what and to whom it goes
/// @param to where it is handed on
public record InHand(Message what, Link to) {}
