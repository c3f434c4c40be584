package org.peerage.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/// The proxies whose word is believed on where a request came from, named by `PEERAGE_PROXIES` as addresses or ranges.
/// Anybody can write such a header: without a name here it is read from nobody, and whoever lies in one is counted as
/// themselves.
record Proxies(List<IpAddressMatcher> named) {

    /// Nothing that would be looked up by name: the answer could change, and would be somebody else's.
    private static final Pattern NUMBERS = Pattern.compile("[0-9a-fA-F:.]+(/[0-9]{1,3})?");

    Proxies {
        named = List.copyOf(named);
    }

    static Proxies of(String written) {
        try {
            return new Proxies(Arrays.stream(written.split(","))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .map(Proxies::range)
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new SettingRefused("PEERAGE_PROXIES holds something else than addresses; write for example"
                    + " 127.0.0.1 for a proxy on this machine, or 10.1.2.0/24, with commas between several.");
        }
    }

    private static IpAddressMatcher range(String one) {
        if (!isAddress(one)) {
            throw new IllegalArgumentException("no address");
        }
        return new IpAddressMatcher(one);
    }

    private static boolean isAddress(String text) {
        return NUMBERS.matcher(text).matches() && (text.contains(".") || text.contains(":"));
    }

    boolean contain(String address) {
        return !named.isEmpty() && isAddress(address) && matches(address);
    }

    private boolean matches(String address) {
        try {
            return named.stream().anyMatch(range -> range.matches(address));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /// Who asked, going by the list that each proxy adds to at its end: the last that is no proxy of ours. What stands
    /// before it may be made up.
    String asker(String proxy, String forwarded) {
        var asker = proxy;
        for (var hop : Arrays.asList(forwarded.split(",")).reversed()) {
            var address = hop.strip();
            if (!isAddress(address) || address.contains("/")) {
                return asker;
            }
            asker = address;
            if (!contain(address)) {
                return asker;
            }
        }
        return asker;
    }
}
