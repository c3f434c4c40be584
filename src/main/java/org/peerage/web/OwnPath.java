package org.peerage.web;

import java.util.regex.Pattern;

/// Where to go on to after signing in or proving one's keys. A foreign address there is a phisher's friend, and
/// browsers read much as one: they drop tabs and line ends, and take a backslash for a slash. So only what a path of
/// ours is made of passes, and everything else leads to the first page.
public final class OwnPath {

    private static final Pattern OURS = Pattern.compile("/(?![/])[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*(#[A-Za-z0-9._~-]*)?");
    private static final int MOST = 2_000;

    private OwnPath() {}

    public static String of(String wanted) {
        return wanted.length() <= MOST && OURS.matcher(wanted).matches() ? wanted : "/";
    }
}
