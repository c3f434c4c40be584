package org.peerage.doors.hooks;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.peerage.networks.Networks;
import org.peerage.networks.Networks.Network;

/// What the pages about hooks show.
sealed interface HookPage extends Networks.Within {

    record All(Network network, List<HookStore.Hook> hooks, ZoneId zone) implements HookPage {

        public All {
            hooks = List.copyOf(hooks);
        }

        boolean full() {
            return hooks.size() >= Hooks.MOST;
        }
    }

    /// What was typed for a new one, and what is wrong with it.
    ///
    /// @param wrong codes by field
    record Asking(All all, HookForm form, Map<String, String> wrong) implements HookPage {

        public Asking {
            wrong = Map.copyOf(wrong);
        }

        @Override
        public Network network() {
            return all.network();
        }
    }

    record One(Network network, HookStore.Hook hook, List<HookStore.Line> lines, ZoneId zone) implements HookPage {

        public One {
            lines = List.copyOf(lines);
        }

        String at() {
            return Hooks.page(network.id(), hook.id());
        }
    }

    /// A secret, this once.
    ///
    /// @param at the page of the hook whose secret it is
    record Shown(Network network, String at, String secret) implements HookPage {

        @Override
        public String toString() {
            return "Shown[REDACTED]";
        }
    }
}
