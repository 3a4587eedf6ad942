package org.progressledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

class SecurityEventsTest {

    private static final String HASH = "[0-9a-f]{10}";

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final MutableTime time = new MutableTime();
    private final SecurityEvents events = events(meters, time);
    private final Logger security = (Logger) LoggerFactory.getLogger("security");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    static SecurityEvents events() {
        return events(new SimpleMeterRegistry(), new MutableTime());
    }

    private static SecurityEvents events(MeterRegistry meters, MutableTime time) {
        EndpointRules rules = EndpointRules.of(Allow.roles(HttpMethod.GET, "/things/{id}", Role.AUDITOR));
        return new SecurityEvents(
                rules, meters, new LineLimit(new SecurityLogSettings(3, 100, Duration.ofMinutes(1), 100), time));
    }

    @BeforeEach
    void listen() {
        log.start();
        security.addAppender(log);
    }

    @AfterEach
    void end() {
        security.detachAppender(log);
        SecurityContextHolder.clearContext();
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr("192.0.2.7");
        return request;
    }

    private static void signIn(String username) {
        SecurityContextHolder.getContext()
                .setAuthentication(SignedIn.as(new Asker(username, Role.OFFICER, "สำนักงานเขต", List.of("5047"))));
    }

    @Test
    void a_refusal_is_one_line_of_names_we_chose_and_hashes() {
        signIn("somsri");
        events.refused(SecurityEvent.DENIED_BY_ROLE, "FORBIDDEN", request("GET", "/things/สมศรี"));

        assertThat(lines())
                .singleElement()
                .asString()
                .matches("event=denied-by-role reason=FORBIDDEN role=OFFICER "
                        + "method=GET endpoint=/things/\\{id} account=" + HASH + " target=- address=" + HASH);
    }

    @Test
    void nothing_that_a_caller_made_up_gets_into_a_line() {
        events.refused(SecurityEvent.REQUEST_REJECTED, "BAD_REQUEST", request("EVIL\nevent=x", "/a//สมศรี"));
        events.refused(SecurityEvent.CROSS_SITE_REFUSED, "CROSS_SITE_REQUEST", request("POST", "/nowhere/somsri"));
        events.signInRefused("BAD_CREDENTIALS", "somsri\nevent=x", "192.0.2.7");

        assertThat(lines())
                .hasSize(3)
                .allMatch(line -> line.matches("event=[a-z-]+ reason=[A-Z_]+ role=- method=(-|POST) endpoint=- "
                        + "account=(-|" + HASH + ") target=- address=" + HASH));
    }

    @Test
    void one_account_has_one_hash_whether_it_acts_or_is_acted_on() {
        signIn("somsri");
        events.accountChanged("somsri", AccountChange.PASSWORD_SET);
        events.accountChanged("somchai", AccountChange.DISABLED);

        assertThat(lines().get(0)).matches(".*event=password-set .* account=(" + HASH + ") target=\\1 .*");
        assertThat(lines().get(1)).doesNotMatch(".* account=(" + HASH + ") target=\\1 .*");
    }

    @Test
    void every_event_is_counted_and_those_without_a_line_are_told_in_one() {
        assertThat(counted("denied-by-agency")).isZero();
        signIn("somsri");
        for (int i = 0; i < 50; i++) {
            events.refused(SecurityEvent.DENIED_BY_AGENCY, "NOT_YOUR_AGENCY", request("GET", "/things/1"));
        }
        assertThat(lines()).hasSize(3);
        assertThat(counted("denied-by-agency")).isEqualTo(50);

        time.pass(Duration.ofMinutes(1));
        events.refused(SecurityEvent.DENIED_BY_AGENCY, "NOT_YOUR_AGENCY", request("GET", "/things/1"));
        assertThat(lines()).hasSize(5);
        assertThat(lines().get(3))
                .matches(
                        "event=lines-left-out of=denied-by-agency reason=NOT_YOUR_AGENCY caller=" + HASH + " lines=47");
    }

    @Test
    void changes_of_many_accounts_are_told_in_full_and_those_of_one_over_and_over_are_not() {
        signIn("keeper");
        for (int i = 0; i < 20; i++) {
            events.accountChanged("account-" + i, AccountChange.CREATED);
            events.accountChanged("one", AccountChange.PASSWORD_SET);
        }
        assertThat(lines().stream().filter(line -> line.startsWith("event=account-created")))
                .hasSize(20);
        assertThat(lines().stream().filter(line -> line.startsWith("event=password-set")))
                .hasSize(3);
    }

    @Test
    void what_was_left_out_is_told_at_the_end_of_the_service() {
        for (int i = 0; i < 10; i++) {
            events.signInRefused("BAD_CREDENTIALS", "name " + i, "2001:db8::" + i);
        }
        events.close();
        assertThat(lines()).hasSize(4);
        assertThat(lines().getLast())
                .matches("event=lines-left-out of=sign-in-refused reason=BAD_CREDENTIALS caller=" + HASH + " lines=7");
    }

    private double counted(String event) {
        return meters.get("security.events").tag("event", event).counter().count();
    }
}
