package org.progressledger.query.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.access.ServiceTokens;
import org.progressledger.problems.Language;
import org.progressledger.problems.Texts;
import org.progressledger.problems.trace.TraceFilter;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class HandedOnTraceTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Asker CLERK = new Asker("clerk", Role.COORDINATOR, null, List.of());

    @Test
    void what_a_page_sends_bears_the_trace_of_the_request_for_the_page() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        HttpServer commands = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        commands.createContext("/", exchange -> {
            seen.set(exchange.getRequestHeaders().getFirst("traceparent"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        commands.start();
        try {
            CommandDesk desk = new CommandDesk(
                    new SendingSettings(
                            URI.create(
                                    "http://127.0.0.1:" + commands.getAddress().getPort()),
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(30)),
                    new ServiceTokens(new byte[32], InstantSource.system()),
                    JsonMapper.shared(),
                    mock(Texts.class));
            MockHttpServletRequest page = new MockHttpServletRequest();
            page.addHeader("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

            new TraceFilter()
                    .doFilter(
                            page,
                            new MockHttpServletResponse(),
                            (asked, answer) -> assertThat(desk.get(CLERK, Language.EN, "/me"))
                                    .isInstanceOf(Recorded.class));
            assertThat(seen.get()).matches("00-" + TRACE + "-[0-9a-f]{16}-01").doesNotContain("00f067aa0ba902b7");

            assertThat(desk.get(CLERK, Language.EN, "/me")).isInstanceOf(Recorded.class);
            assertThat(seen.get()).as("outside of a request there is none").isNull();
        } finally {
            commands.stop(0);
        }
    }
}
