package org.peerage.doors.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.tenancy.Ids;

/// Where a hook may call, and the secret with which it signs: no call goes inside, and none is signed with what
/// somebody else may know.
class HookAddressTests extends HookStage {

    @Test
    void anAddressInsideOrWithoutEncryptionIsRefused() {
        for (var address : List.of(
                "https://10.0.0.8/x",
                "https://192.168.1.1/",
                "https://172.16.9.9/",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://0.0.0.0/",
                "https://[::ffff:10.0.0.1]/")) {
            assertThat(refused(address)).as(address).contains("inside a private network");
        }
        for (var address : List.of(
                "ftp://board.example.org/",
                "https://me:word@board.example.org/",
                "board.example.org",
                "",
                "https:///x")) {
            assertThat(refused(address)).as(address).contains("Write the whole address");
        }
        assertThat(refused("http://93.184.215.14/")).contains("has to begin with https");
        assertThat(refused("https://nobody.invalid/")).contains("Nobody is found");
        assertThat(refused(receiver.address())).contains("Choose what it is to be told");
        assertThat(Pages.seenBy(here.convener)
                        .get("/networks/" + here.network + "/hooks")
                        .page()
                        .select(".card"))
                .isEmpty();
    }

    /// A name may be led inside after it was looked at.
    @Test
    void anAddressThatLeadsInsideLaterIsNotCalled() {
        var hook = hook(here, "date.set");
        peerage.asSuperuser(
                "update doors.hook set address = 'https://10.0.0.8/x' where id = '%s'".formatted(hook.id()));
        aDate(here);
        shown(hook, "now leads into a private network");
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void anAnswerThatLeadsElsewhereIsNotFollowed() {
        try (var other = new Receiver()) {
            var hook = hook(here, "date.set");
            receiver.leads(other.address());
            receiver.answers(307);
            aDate(here);
            calls(1);
            shown(hook, "The answer was 307");
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void aNewSecretSignsBesideTheOldOneForADay() {
        var hook = hook(here, "date.set");
        var again = Pages.seenBy(here.convener).post(hook.page() + "/secret", "turn", "0");
        var fresh = again.page().expectFirst("#secret").val();
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(hook.secret());
        assertThat(Pages.seenBy(here.convener)
                        .post(hook.page() + "/secret", "turn", "0")
                        .at())
                .as("a form sent twice turns once")
                .isEqualTo(hook.page());
        test(hook);
        var call = calls(1).getFirst();
        assertThat(call.signature()).isEqualTo("v1," + mac(fresh, call) + " v1," + mac(hook.secret(), call));
        peerage.asSuperuser("update doors.hook set old_until = now() where id = '%s'".formatted(hook.id()));
        test(hook);
        var later = calls(2).getLast();
        assertThat(later.signature()).isEqualTo("v1," + mac(fresh, later));
    }

    @Test
    void theSecretIsShownOnceAndAFormSentTwiceMakesOneHook() {
        var request = Ids.next().toString();
        var first = make(here.convener, request, receiver.address(), "date.set");
        var second = make(here.convener, request, receiver.address(), "date.set");
        assertThat(first.body()).contains("whsec_");
        assertThat(second.status()).isEqualTo(302);
        for (var path : List.of(second.at(), "/networks/" + here.network + "/hooks", "/keys/kept.json")) {
            assertThat(Pages.seenBy(here.convener).get(path).body()).doesNotContain("whsec_");
        }
        assertThat(as(here.convener, () -> rows("doors.hook"))).isEqualTo(1);
        assertThat(make(here.chair(), Ids.next().toString(), receiver.address(), "date.set")
                        .status())
                .isEqualTo(404);
    }
}
