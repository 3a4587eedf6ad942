package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeptReleasesTest {
    private static final Family OLD = new Family("v4_1a2b3c4d");
    private static final Family OTHER = new Family("v4_1a2b3c4e");

    @Test
    void collections_are_told_apart_by_release_and_what_is_no_releases_is_left_out() {
        var found = KeptReleases.byFamily(List.of(
                "commits",
                OTHER.collection("projects", 1),
                OLD.collection("projects", 1),
                "query_projects_v3",
                "replays",
                OLD.collection("tokens")));

        assertThat(found).hasSize(2);
        assertThat(found.get(OLD)).containsExactly(OLD.collection("projects", 1), OLD.collection("tokens"));
        assertThat(found.get(OTHER)).containsExactly(OTHER.collection("projects", 1));
    }

    @Test
    void what_says_which_generations_there_are_is_thrown_away_last() {
        assertThat(KeptReleases.inOrder(
                        OLD,
                        new TreeSet<>(List.of(
                                OLD.collection("projects", 1),
                                OLD.collection("generations"),
                                OLD.collection("briefs_v1", 1)))))
                .containsExactly(
                        OLD.collection("briefs_v1", 1), OLD.collection("projects", 1), OLD.collection("generations"));
    }

    @Test
    void what_is_left_of_one_that_was_broken_off_is_thrown_away_too() {
        assertThat(KeptReleases.inOrder(OLD, new TreeSet<>(List.of(OLD.collection("tokens")))))
                .containsExactly(OLD.collection("tokens"));
    }
}
