package org.peerage.networks.directory;

import java.util.List;
import org.peerage.networks.Networks;

/// The directory as somebody looks through it.
record DirectoryPage(Results results, Directory.Choices choices) implements Networks.Within {

    @Override
    public Networks.Network network() {
        return results.network();
    }

    /// @param leaders those of this part of the list
    /// @param earlier some come before them
    /// @param later some come after them
    record Results(
            Networks.Network network,
            DirectoryQuery query,
            List<Directory.Entry> leaders,
            Found found,
            boolean earlier,
            boolean later)
            implements Networks.Within {

        /// Nobody was ever brought in.
        boolean emptyYet() {
            return found.leaders() == 0 && !query.narrowed();
        }

        String before() {
            return address(query.before(leaders.getFirst().id()));
        }

        String after() {
            return address(query.after(leaders.getLast().id()));
        }

        private String address(DirectoryQuery other) {
            return network.directory() + other.parameters();
        }
    }

    /// How many match over all parts of the list, counted up to a number.
    ///
    /// @param more there are more than that
    record Found(int leaders, boolean more) {}
}
