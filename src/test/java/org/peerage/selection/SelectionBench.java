package org.peerage.selection;

import static org.peerage.RunningPeerage.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkId;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// How long the pages of a group that looks for somebody take in a network of so many leaders: what it lacks, who could
/// be asked for each, and what profiles tell of a candidate beside those who sit there. One page after the other, as
/// one member.
final class SelectionBench {

    private static final int CANDIDATES = 20;
    private static final int WARM = 30;
    private static final int TIMES = 40;

    private final GroupFixture here = GroupFixture.aGroup().with(12).inAnOpenRoom();
    private final PersonId member = here.members.getFirst();
    private final String list = "/groups/" + here.group + "/prospects";

    private SelectionBench() {}

    public static void main(String[] sizes) {
        try {
            System.out.println("leaders | page | median ms | slowest of " + TIMES);
            for (var size : sizes) {
                new SelectionBench().measure(Integer.parseInt(size));
            }
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void measure(int leaders) {
        seed(here.network, leaders);
        var candidate = "";
        for (var number = 0; number < CANDIDATES; number++) {
            candidate = nominate();
        }
        var pages = new LinkedHashMap<String, String>();
        pages.put("what the group lacks", list + "/gaps");
        pages.put("an industry", gaps("industry", "Industry 7"));
        pages.put("a stage", gaps("stage", "Stage 2"));
        pages.put("a place", gaps("place", "Place 9"));
        pages.put("a place of one", gaps("place", "Place of one"));
        pages.put("something many have done", gaps("experience", "Deed 3"));
        pages.put("something one has done", gaps("experience", "Deed of one"));
        pages.put("the list of " + CANDIDATES + ", with conflicts", "/groups/" + here.group);
        pages.put("a candidate, with conflicts", list + "/" + candidate);
        pages.put("conflicts of all who sit there", "/groups/" + here.group + "/conflicts");
        pages.forEach((name, path) -> report(leaders, name, path));
    }

    private String gaps(String kind, String value) {
        return list + "/gaps?of=" + kind + "&value=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private void report(int leaders, String name, String path) {
        for (var time = 0; time < WARM; time++) {
            var status = Pages.seenBy(member).get(path).status();
            if (status != 200) {
                throw new IllegalStateException(path + " " + status);
            }
        }
        var took = new double[TIMES];
        for (var time = 0; time < TIMES; time++) {
            var before = System.nanoTime();
            Pages.seenBy(member).get(path);
            took[time] = (System.nanoTime() - before) / 1e6;
        }
        Arrays.sort(took);
        System.out.printf(Locale.ROOT, "%,d | %s | %.1f | %.1f%n", leaders, name, took[TIMES / 2], took[TIMES - 1]);
    }

    private String nominate() {
        var id = Ids.next();
        Pages.seenBy(member)
                .post(
                        list,
                        "profile",
                        here.aLeader("Works " + id, "").toString(),
                        "sealed",
                        here.sealed(member, new KeyholderRoom.About("prospect", id, id), Map.of("text", "x")));
        return id.toString();
    }

    /// No two narrow industries are one, so that nobody is left out for it.
    private static void seed(NetworkId network, int leaders) {
        shared().asSuperuser("""
                insert into networks.profile (id, network_id, organisation, role_title, industry, team_size, stage,
                                              place, has_done, aims, sought, sought_place, changed_at)
                select gen_random_uuid(), '%s', organisation, 'Chief executive', industry, size, stage, place, has_done,
                       'Deed 1; Deed 2', lower(concat_ws(' | ', organisation, 'Chief executive', industry, place)),
                       lower(place) || ' | ', now()
                from (select md5(n::text) || ' Works' as organisation,
                             'Industry ' || n %% 40 as industry, n %% 3000 as size, 'Stage ' || n %% 4 as stage,
                             case when n = %d / 2 then 'Place of one' else 'Place ' || n %% 500 end as place,
                             case when n = %d / 2 then 'Deed of one' else 'Deed ' || n %% 30 || '; Deed ' || n %% 17 end
                                 as has_done
                      from generate_series(1, %d) as n) as seeded
                """.formatted(network, leaders, leaders, leaders));
        shared().asSuperuser("vacuum analyze networks.profile, networks.choice");
    }
}
