package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyTest {
    private static final Family OURS = Family.keeping(List.of("briefs_v1", "appeals_v2"));

    @Test
    void every_collection_of_a_family_is_known_as_its_own() {
        assertThat(List.of(
                        OURS.collection("generations"),
                        OURS.collection("dead_letters"),
                        OURS.collection("projects", 1),
                        OURS.collection("register_steps_v1", 12)))
                .allSatisfy(collection -> assertThat(Family.of(collection)).contains(OURS));
    }

    @Test
    void its_name_is_one() {
        assertThat(Family.isName(OURS.name())).isTrue();
        assertThat(OURS.revision()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "query_projects_v4_1a2b3c4d_g1, v4_1a2b3c4d, 4",
        "query_briefs_v1_v4_1a2b3c4d_g2, v4_1a2b3c4d, 4",
        "query_tokens_v10_00000000, v10_00000000, 10"
    })
    void that_of_another_release_is_told_by_its_name(String collection, String family, int revision) {
        assertThat(Family.of(collection)).contains(new Family(family));
        assertThat(new Family(family).revision()).isEqualTo(revision);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commits",
                "replays",
                "query_projects_v4",
                "query_v4_1a2b3c4d",
                "query_projects_v4_1A2B3C4D_g1",
                "query_projects_v4_1a2b3c4d_g",
                "query_projects_v4_1a2b3c4d_g1_old",
                "xquery_projects_v4_1a2b3c4d_g1",
                "query_projects_v4_1a2b3c4d5_g1"
            })
    void anything_else_is_nobodys(String collection) {
        assertThat(Family.of(collection)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v4",
                "commits",
                "v4_1a2b3c4d_g1",
                ".*",
                "v_1a2b3c4d",
                "v4_1a2b3c4d\n",
                "v9999999999_1a2b3c4d"
            })
    void what_is_not_a_familys_name_is_none(String text) {
        assertThat(Family.isName(text)).isFalse();
    }
}
