package org.progressledger.query.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.projectledger.MasterKey;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.json.JsonMapper;

/** Drafts, kept in a store. */
@OnEmbeddedStore
class DraftsIT {
    private static final List<Field> FIELDS = List.of(Field.text("words", "ข้อความ"));
    private static final Asker SOMEBODY = new Asker("somebody", Role.OFFICER, null, List.of("5047"));
    private static final Asker ANOTHER = new Asker("another", Role.OFFICER, null, List.of("5047"));

    private final MongoDatabase database = TestMongo.embedded().freshDatabase();
    private Instant now = Instant.parse("2026-11-26T03:00:00Z");
    private final Drafts drafts = new Drafts(
            database,
            MasterKey.random(),
            () -> now,
            new DraftSettings(Duration.ofDays(30), 1_000, 2),
            JsonMapper.builder().build());

    private static Form typed(String words) {
        return Form.typed(FIELDS, Map.of("words", words, "version", "24"));
    }

    @Test
    void a_draft_is_found_by_its_writer_alone_and_cannot_be_read_in_the_store() {
        assertThat(drafts.keep(SOMEBODY, "report/1", typed("สมหญิงลาป่วย"))).contains(now);
        assertThat(drafts.find(SOMEBODY, "report/1")).hasValueSatisfying(draft -> {
            assertThat(draft.values()).containsEntry("words", "สมหญิงลาป่วย");
            assertThat(draft.version()).isEqualTo(24);
            assertThat(draft.savedAt()).isEqualTo(now);
        });
        assertThat(drafts.find(ANOTHER, "report/1")).isEmpty();
        assertThat(drafts.find(SOMEBODY, "report/2")).isEmpty();
        Document stored = database.getCollection("page_drafts").find().first();
        assertThat(stored).isNotNull();
        assertThat(stored.toJson()).doesNotContain("สมหญิง");
    }

    @Test
    void what_a_page_wants_to_keep_of_a_form_that_was_sent_or_thrown_away_comes_too_late() {
        Form form = typed("ส่งแล้ว");
        drafts.keep(SOMEBODY, "report/1", form);
        drafts.close(SOMEBODY, "report/1", form);
        drafts.keep(SOMEBODY, "report/1", form);
        assertThat(drafts.find(SOMEBODY, "report/1")).isEmpty();
        drafts.keep(SOMEBODY, "report/1", typed("รายงานครั้งต่อไป"));
        assertThat(drafts.find(SOMEBODY, "report/1")).isPresent();
    }

    @Test
    void what_is_too_long_is_not_kept_and_the_earlier_draft_stays() {
        drafts.keep(SOMEBODY, "report/1", typed("สั้น"));
        assertThat(drafts.keep(SOMEBODY, "report/1", typed("ก".repeat(1_000)))).isEmpty();
        assertThat(drafts.find(SOMEBODY, "report/1"))
                .hasValueSatisfying(draft -> assertThat(draft.values()).containsEntry("words", "สั้น"));
    }

    @Test
    void the_oldest_goes_where_there_are_too_many_and_all_go_when_they_are_old() {
        for (int each = 1; each <= 3; each++) {
            drafts.keep(SOMEBODY, "report/" + each, typed("ร่าง " + each));
            now = now.plusSeconds(1);
        }
        assertThat(drafts.find(SOMEBODY, "report/1")).isEmpty();
        assertThat(drafts.find(SOMEBODY, "report/2")).isPresent();
        assertThat(drafts.find(SOMEBODY, "report/3")).isPresent();
        now = now.plus(Duration.ofDays(31));
        assertThat(drafts.find(SOMEBODY, "report/3")).isEmpty();
        drafts.keep(ANOTHER, "report/1", typed("ใหม่"));
        assertThat(database.getCollection("page_drafts").countDocuments())
                .as("nobody who saves waits for what is swept")
                .isEqualTo(3);
        drafts.sweep();
        assertThat(database.getCollection("page_drafts").countDocuments()).isOne();
        assertThat(drafts.find(ANOTHER, "report/1")).isPresent();
    }
}
