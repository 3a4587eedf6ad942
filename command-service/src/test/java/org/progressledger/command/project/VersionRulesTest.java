package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.progressledger.command.project.Decision.Refused;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.ProjectEvent;

class VersionRulesTest extends OfficeHistory {
    private static final Instant AT = Instant.parse("2021-06-01T05:00:00Z");
    private static final ProjectEvent ACTIVITY = new ActivityHeld(CODE, TODAY, "จิตอาสา");

    private static Map<String, Object> change(long sequence, String type) {
        return Map.of("sequence", sequence, "type", type, "recordedAt", AT, "actor", "officer-5047");
    }

    @Test
    void whoever_saw_an_older_version_is_told_what_came_since() {
        given(registered(), ACTIVITY, ACTIVITY);

        refused(
                Versions.refuse(1, recorded()),
                Refusal.VERSION_HAS_CHANGED,
                "expected",
                1L,
                "version",
                3,
                "changes",
                List.of(change(1, "activity-held"), change(2, "activity-held")));
    }

    @Test
    void whoever_claims_to_have_seen_more_than_there_is_is_told_so() {
        given(registered());

        refused(
                Versions.refuse(7, recorded()),
                Refusal.VERSION_HAS_CHANGED,
                "expected",
                7L,
                "version",
                1,
                "changes",
                List.of());
    }

    @Test
    void of_many_changes_the_newest_fifty_are_told() {
        given(registered());
        for (int i = 0; i < 60; i++) {
            given(ACTIVITY);
        }

        Refused refused = (Refused) Versions.refuse(1, recorded());

        assertThat(refused.data().get("changes"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(50)
                .startsWith(change(11, "activity-held"))
                .endsWith(change(60, "activity-held"));
    }
}
