package org.peerage.web;

/// A way to a page, given by the module that serves it: whoever shows it names no address of another's.
public record Link(Message label, String address) {

    public static Link to(String address, String key, Object... arguments) {
        return new Link(Message.of(key, arguments), address);
    }
}
