package org.peerage.doors.hooks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Which addresses may be told something. One inside the network of this server would make it a tool of whoever writes
/// the address down, so that a name is judged by where it leads, when it is written and before each delivery.
///
/// Between the look and the connection the name could be led elsewhere. Java keeps what it has looked up for thirty
/// seconds, and over https nothing is said before the other side has shown a certificate of that name.
@Component
class HookAddress {

    private static final int LONGEST = 500;

    private final boolean atHome;

    HookAddress(@Value("${peerage.base-url}") URI base) {
        var host = String.valueOf(base.getHost());
        atHome = host.equals("localhost") || host.endsWith(".localhost");
    }

    /// The code of what is wrong with it; empty if it may be told something now.
    Optional<String> wrong(String written) {
        return parsed(written)
                .map(address -> resolved(address.getHost())
                        .map(found -> judge(address, found))
                        .orElse("doors.hooks.wrong.unknown"))
                .or(() -> Optional.of("doors.hooks.wrong.address"))
                .filter(code -> !code.isEmpty());
    }

    private String judge(URI address, List<InetAddress> found) {
        if (atHome && found.stream().allMatch(InetAddress::isLoopbackAddress)) {
            return "";
        }
        if (!scheme(address).equals("https")) {
            return "doors.hooks.wrong.https";
        }
        return found.stream().allMatch(HookAddress::outside) ? "" : "doors.hooks.wrong.inside";
    }

    private static Optional<URI> parsed(String written) {
        try {
            var address = new URI(written);
            var whole = written.length() <= LONGEST
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && List.of("http", "https").contains(scheme(address));
            return whole ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }

    private static Optional<List<InetAddress>> resolved(String host) {
        try {
            return Optional.of(Arrays.asList(InetAddress.getAllByName(host)));
        } catch (UnknownHostException nobody) {
            return Optional.empty();
        }
    }

    /// Whether everybody may reach it: not this machine, not a private or a local network, nothing that is led through
    /// to one, nothing set aside.
    static boolean outside(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var b = address.getAddress();
        return address instanceof Inet6Address ? outside6(pair(b, 0), pair(b, 2)) : outside4(b);
    }

    private static boolean outside4(byte[] b) {
        int one = at(b, 0);
        int two = at(b, 1);
        int three = at(b, 2);
        return !(one == 0
                || (one == 100 && two >= 64 && two < 128)
                || (one == 192 && two == 0 && (three == 0 || three == 2))
                || (one == 192 && two == 88 && three == 99)
                || (one == 198 && (two == 18 || two == 19))
                || (one == 198 && two == 51 && three == 100)
                || (one == 203 && two == 0 && three == 113)
                || one >= 240);
    }

    /// Of what is given out to everybody (2000::/3), without tunnels (2001::/23, 2002::/16) and examples
    /// (2001:db8::/32, 3fff::/20).
    private static boolean outside6(int first, int second) {
        return first >= 0x2000
                && first < 0x4000
                && first != 0x2002
                && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8))
                && !(first == 0x3fff && second < 0x1000);
    }

    private static int pair(byte[] bytes, int place) {
        return (at(bytes, place) << 8) | at(bytes, place + 1);
    }

    private static int at(byte[] bytes, int place) {
        return Byte.toUnsignedInt(bytes[place]);
    }
}
