package org.progressledger.query.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.progressledger.problems.Language;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.Texts;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.agencies.Agency.NameFrom;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Frame;

/** What is sent of a new account. */
class AccountFormTest {
    private static final Frame FRAME = new Frame(
            Language.EN,
            new Texts(List.of(new MessageBundle("messages/pages"))),
            null,
            true,
            List.of(),
            null,
            "",
            "",
            "",
            null,
            null);
    private static final List<Agency> KNOWN = List.of(
            new Agency("50470000", "บางนา", NameFrom.REGISTERED, null, List.of("50470000", "50470100"), List.of(), 2),
            new Agency("01000000", "สภา", NameFrom.REGISTERED, null, List.of("01000000"), List.of(), 1));

    private static Map<String, Object> body(Set<String> chosen, String... pairs) {
        Map<String, String> typed = new java.util.HashMap<>(Map.of("username", "somebody", "role", "OFFICER"));
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], pairs[i + 1]);
        }
        return new AccountForm(Form.typed(AccountForm.fields(FRAME), typed), KNOWN, chosen).body();
    }

    @Test
    void agencies_that_were_chosen_and_prefixes_that_were_typed_make_one_scope() {
        assertThat(body(Set.of("50470000"), "scope", "5047, 0100  50470100"))
                .containsEntry("scope", List.of("50470000", "50470100", "5047", "0100"))
                .containsEntry("agency", "บางนา");
        assertThat(body(Set.of("50470000", "01000000", "99999999")))
                .containsEntry("scope", List.of("50470000", "50470100", "01000000"))
                .doesNotContainKey("agency");
        assertThat(body(Set.of("01000000"), "agency", "ฝ่ายเลขานุการ")).containsEntry("agency", "ฝ่ายเลขานุการ");
        assertThat(body(Set.of(), "scope", " ")).doesNotContainKeys("scope", "agency");
    }
}
