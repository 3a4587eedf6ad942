package org.progressledger.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.progressledger.access.StillSignedIn.Ticket;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class OpenPagesTest {
    private static final Ticket HERE = new Ticket("auditor", "a".repeat(64));
    private static final Ticket ELSEWHERE = new Ticket("auditor", "b".repeat(64));

    private final OpenPages pages =
            new OpenPages(null, null, new LiveSettings(Duration.ofSeconds(1), 10, 2, Duration.ofMinutes(10)), null);

    @Test
    void whoever_is_signed_in_no_longer_is_told_nothing_more_and_others_are() {
        SseEmitter ended = pages.open(HERE, null, 7);
        SseEmitter other = pages.open(ELSEWHERE, null, 7);
        assertThat(pages.open(HERE, null, 7))
                .as("of one account, on whichever browser")
                .isNull();
        pages.end(Set.of(HERE));
        assertThat(pages.count()).isOne();
        assertThatThrownBy(() -> ended.send("more")).isInstanceOf(IllegalStateException.class);
        assertThat(other).isNotNull().satisfies(open -> open.send("more"));
        assertThat(pages.open(HERE, null, 7)).as("there is room again").isNotNull();
    }
}
