package org.progressledger.projectledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.projectledger.AgencyEdit.Setting;
import org.progressledger.testservers.TestMongo;

class AgencyEditsIT {
    private static final String BOTH = "org.progressledger.testservers.TestMongo#servers";

    private static AgencyEdit edit(long number, String name) {
        return new AgencyEdit(
                number,
                "50470000",
                new Setting(null, "50010000"),
                new Setting(name, null),
                "พิมพ์ผิด",
                "admin",
                Instant.parse("2026-11-25T10:15:30.123Z"));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void what_is_added_is_read_again_by_everybody(TestMongo server) {
        MongoDatabase database = server.freshDatabase();
        AgencyEdits writer = new AgencyEdits(database);
        AgencyEdits reader = new AgencyEdits(database);
        assertThat(reader.all()).isEmpty();

        assertThat(writer.add(edit(1, "สำนักงานเขตบางนา"))).isTrue();

        assertThat(reader.all()).containsExactly(edit(1, "สำนักงานเขตบางนา"));
        assertThat(writer.add(edit(2, "ข. บางนา"))).isTrue();
        assertThat(reader.all()).extracting(AgencyEdit::number).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_number_is_taken_once_and_the_first_one_stays(TestMongo server) {
        AgencyEdits edits = new AgencyEdits(server.freshDatabase());
        assertThat(edits.add(edit(1, "หนึ่ง"))).isTrue();

        assertThat(edits.add(edit(1, "สอง"))).isFalse();

        assertThat(edits.all()).containsExactly(edit(1, "หนึ่ง"));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void many_edits_are_read_in_order_without_a_gap(TestMongo server) {
        MongoDatabase database = server.freshDatabase();
        AgencyEdits edits = new AgencyEdits(database);
        LongStream.rangeClosed(1, 150).forEach(number -> edits.add(edit(number, "ก")));

        assertThat(new AgencyEdits(database).all())
                .extracting(AgencyEdit::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 150).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void of_several_at_once_each_edit_is_kept_under_a_number_of_its_own(TestMongo server) throws Exception {
        AgencyEdits edits = new AgencyEdits(server.freshDatabase());
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String name = "หน่วย " + i;
            writers.add(() -> {
                while (!edits.add(edit(edits.all().size() + 1, name))) {
                    Thread.onSpinWait();
                }
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Void> done : threads.invokeAll(writers)) {
                done.get();
            }
        }

        assertThat(edits.all()).hasSize(6);
        assertThat(edits.all()).extracting(edit -> edit.after().name()).doesNotHaveDuplicates();
    }
}
