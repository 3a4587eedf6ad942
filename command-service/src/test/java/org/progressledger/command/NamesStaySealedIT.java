package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.OFFICER;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.projectledger.PersonVault;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Names and telephone numbers stand nowhere in clear: not in the database, not in the log. */
@ExtendWith(OutputCaptureExtension.class)
class NamesStaySealedIT {
    private static final List<String> SECRETS =
            List.of("นางสมหญิง", "ลับยิ่งนัก", "08-7654-3210", "Somying", "777-888");

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void typed_names_are_sealed_before_anything_is_kept(Office office, CapturedOutput output) {
        String code = Office.newCode();
        Map<String, Object> form = Office.registration(code);
        form.put("responsibleOfficer", Map.of("name", "นางสมหญิง ลับยิ่งนัก", "phone", "08-7654-3210"));
        form.put("coordinator", Map.of("name", "Somying Q.", "phone", "777-888"));
        String at = "/api/v1/projects/" + code + "/reports";

        assertThat(office.post(OFFICER, "/api/v1/projects", form).status()).isEqualTo(201);
        office.post(OFFICER, at, Office.report(1, "2020-10-28", 10));
        Map<String, Object> correction = Map.of("percent", 20, "reason", "x", "approver", "นางสมหญิง ลับยิ่งนัก");
        assertThat(office.post(OFFICER, at + "/1/correction", correction).status())
                .isEqualTo(201);
        // and what is refused says nothing either
        Answer twice = office.post(OFFICER, "/api/v1/projects", form);
        assertThat(twice.code()).isEqualTo("PROJECT_ALREADY_REGISTERED");
        form.put("coordinator", Map.of("name", "Somying".repeat(200)));
        Answer tooLong = office.post(OFFICER, "/api/v1/projects", form);
        assertThat(tooLong.code()).isEqualTo("INVALID_FIELDS");
        form.put("coordinator", Map.of("name", "Somying", "nickname", "777-888"));
        Answer unknown = office.post(OFFICER, "/api/v1/projects", form);
        assertThat(unknown.status()).isEqualTo(400);
        Answer broken = office.post(OFFICER, "/api/v1/projects", "{\"coordinator\":{\"name\":\"Somying\",}");
        assertThat(broken.status()).isEqualTo(400);

        assertThat(List.of(twice, tooLong, unknown, broken).toString()).doesNotContain(SECRETS);
        holdsNoSecret(office.database());
        assertThat(output.getAll()).doesNotContain(SECRETS);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void printed_names_are_sealed_in_drafts_printouts_and_events(Office office, CapturedOutput output) {
        String code = Office.newCode();
        String paper = Papers.sample(Papers.A, code)
                .replaceAll("(ชื่อผู้รับผิดชอบ\\S* : ).*", "$1นางสมหญิง ลับยิ่งนัก 6055-6")
                .replaceAll("(ผู้ประสานงาน สยป : ).*", "$1Somying โทร. 777-888");
        Answer draft = Papers.hand(office, OFFICER, paper);
        assertThat(draft.body().toString()).contains("นางสมหญิง", "777-888");

        assertThat(Papers.confirm(office, OFFICER, draft, Papers.proposalIds(draft))
                        .status())
                .isEqualTo(201);

        holdsNoSecret(office.database());
        assertThat(output.getAll()).doesNotContain(SECRETS);
        ProjectRegistered registered = (ProjectRegistered)
                office.archive().recordedOf(ProjectCode.of(code)).getFirst().event();
        PersonVault vault = office.part(PersonVault.class);
        assertThat(vault.open(registered.responsibleOfficer()).orElseThrow().asPrinted())
                .contains("นางสมหญิง ลับยิ่งนัก");
        assertThat(vault.open(registered.coordinator()).orElseThrow().phone()).contains("777-888");
    }

    private static void holdsNoSecret(MongoDatabase database) {
        int documents = 0;
        for (String collection : database.listCollectionNames()) {
            for (Document document : database.getCollection(collection).find()) {
                documents++;
                assertThat(inClear(document)).as(collection).doesNotContain(SECRETS);
            }
        }
        assertThat(documents).isGreaterThan(10);
    }

    /** The document as text, and its binary fields as text of either encoding. */
    private static String inClear(Document document) {
        StringBuilder text = new StringBuilder(document.toString());
        for (Object value : document.values()) {
            if (value instanceof Binary binary) {
                text.append(new String(binary.getData(), StandardCharsets.UTF_8))
                        .append(new String(binary.getData(), Papers.WINDOWS_874));
            }
        }
        return text.toString();
    }
}
