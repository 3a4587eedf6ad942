package org.progressledger.query.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.progressledger.projectledger.MasterKey;
import org.progressledger.query.accounts.AccountsPage.Made;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** A password between the page that asked for it and the one that shows it. */
class ShownOnceTest {
    private final ShownOnce once = new ShownOnce(MasterKey.random());
    private final MockHttpSession session = new MockHttpSession();

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        return request;
    }

    @Test
    void it_is_shown_once_and_cannot_be_read_while_it_waits() {
        Made made = new Made("officer-2", "swordfish");
        once.keep(request(), made);
        assertThat(session.getAttributeNames().asIterator())
                .toIterable()
                .singleElement()
                .satisfies(name ->
                        assertThat((String) session.getAttribute(name)).doesNotContain("swordfish", "officer-2"));
        assertThat(once.take(request())).contains(made);
        assertThat(once.take(request())).isEmpty();
        assertThat(once.take(new MockHttpServletRequest())).isEmpty();
    }
}
