package org.peerage.meetings;

/// Who brings an item of an agenda, as a page shows it.
///
/// @param name empty: nobody in particular
/// @param page what the room keeps of them
public record Presenter(String name, String page) {

    /// What nobody in particular brings.
    public static final Presenter NOBODY = new Presenter("", "");

    public boolean isSomebody() {
        return !name.isEmpty();
    }
}
