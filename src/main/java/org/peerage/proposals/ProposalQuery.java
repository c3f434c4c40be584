package org.peerage.proposals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.composition.Proposal;

/// What part of a proposal somebody looks at: it goes with every link and form, so that they come back to it.
public record ProposalQuery(View view, String find, Order order, int page) {

    static final ProposalQuery USUAL = new ProposalQuery(View.CARDS, "", Order.WEAKEST, 1);

    private static final int MOST_PAGES = 10_000;

    enum View {
        CARDS(8),
        PLACES(30);

        final int rows;

        View(int rows) {
            this.rows = rows;
        }
    }

    enum Order {
        WEAKEST,
        STRONGEST,
        NUMBER,
        SMALLEST,
        LARGEST;

        private static final Comparator<Proposal.Group> BY_QUALITY =
                Comparator.comparingDouble(Proposal.Group::quality);
        private static final Comparator<Proposal.Group> BY_SIZE =
                Comparator.comparingInt(group -> group.seats().size());

        Comparator<Proposal.Group> comparator() {
            var first = switch (this) {
                case WEAKEST -> BY_QUALITY;
                case STRONGEST -> BY_QUALITY.reversed();
                case NUMBER -> Comparator.comparingInt(Proposal.Group::number);
                case SMALLEST -> BY_SIZE;
                case LARGEST -> BY_SIZE.reversed();
            };
            return first.thenComparingInt(Proposal.Group::number);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ProposalQuery of(Map<String, String> parameters) {
        var find = parameters.getOrDefault("find", "").strip();
        return new ProposalQuery(
                parameters.getOrDefault("view", "").equals("places") ? View.PLACES : View.CARDS,
                find.length() > 200 ? find.substring(0, 200) : find,
                Arrays.stream(Order.values())
                        .filter(order -> order.word().equals(parameters.get("order")))
                        .findFirst()
                        .orElse(Order.WEAKEST),
                page(parameters.getOrDefault("page", "1")));
    }

    private static int page(String typed) {
        return typed.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(typed), 1, MOST_PAGES) : 1;
    }

    ProposalQuery at(int other) {
        return new ProposalQuery(view, find, order, other);
    }

    ProposalQuery as(View other) {
        return new ProposalQuery(other, find, order, 1);
    }

    /// The parameters that are not as usual.
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (view == View.PLACES) {
            parameters.put("view", "places");
        }
        if (!find.isEmpty()) {
            parameters.put("find", find);
        }
        if (order != Order.WEAKEST) {
            parameters.put("order", order.word());
        }
        if (page > 1) {
            parameters.put("page", Integer.toString(page));
        }
        return parameters;
    }

    /// The same at the end of an address, with its question mark, or nothing.
    public String query() {
        return query(Map.of());
    }

    /// After other parameters.
    public String query(Map<String, String> first) {
        var query = Stream.of(first, parameters())
                .flatMap(each -> each.entrySet().stream())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
