package org.progressledger.problems.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TraceTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final TraceFilter filter = new TraceFilter();

    private Trace seenInside(MockHttpServletRequest request) throws Exception {
        List<Trace> seen = new ArrayList<>();
        filter.doFilter(
                request,
                new MockHttpServletResponse(),
                (asked, answer) -> seen.add(Trace.current().orElseThrow()));
        return seen.getFirst();
    }

    @Test
    void what_a_caller_began_goes_on_under_its_id_in_a_step_of_its_own() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("traceparent", PARENT);

        Trace trace = seenInside(request);

        assertThat(trace.traceId()).isEqualTo(TRACE);
        assertThat(trace.header())
                .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
                .doesNotContain("00f067aa0ba902b7")
                .isNotEqualTo(PARENT);
        assertThat(Trace.current()).isEmpty();
    }

    @Test
    void an_error_dispatch_is_of_the_same_trace() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        Trace first = seenInside(request);
        request.setDispatcherType(jakarta.servlet.DispatcherType.ERROR);
        request.setAttribute("jakarta.servlet.error.request_uri", "/x");

        assertThat(seenInside(request)).isEqualTo(first);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE + "-00f067aa0ba902b7",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-01-more",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-0\n"
            })
    void what_cannot_be_read_begins_anew(String parent) {
        Trace trace = Trace.following(parent);

        assertThat(trace.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        assertThat(trace.spanId()).matches("[0-9a-f]{16}");
        assertThat(trace.flags()).isEqualTo("00");
        assertThat(Trace.following(parent)).isNotEqualTo(trace);
    }

    @Test
    void a_later_version_may_say_more() {
        assertThat(Trace.following("cc-" + TRACE + "-00f067aa0ba902b7-01-what-the-future-brings")
                        .traceId())
                .isEqualTo(TRACE);
    }

    @Test
    void outside_of_a_request_there_is_none() {
        assertThat(Trace.current()).isEqualTo(Optional.empty());
    }
}
