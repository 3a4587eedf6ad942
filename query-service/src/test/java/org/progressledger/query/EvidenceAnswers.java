package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Desk.someone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.LineRange;
import org.progressledger.events.PersonalData;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.ledger.CommitLog;
import org.progressledger.projectledger.Person;
import org.progressledger.projectledger.PersonVault;
import org.progressledger.projectledger.PrintoutStore;
import org.progressledger.projectledger.PrintoutText;
import org.progressledger.query.Desk.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence packs, checked with the JDK alone, on whichever server. */
@SpringBootTest(classes = QueryService.class, properties = "progress-ledger.query.patience=8s")
@AutoConfigureMockMvc
abstract class EvidenceAnswers {
    private static final Asker AUDITOR = someone(Role.AUDITOR);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    CommitLog log;

    @Autowired
    PersonVault vault;

    @Autowired
    PrintoutStore printouts;

    @Autowired
    MockMvc mvc;

    private Office office;
    private Desk desk;

    @BeforeEach
    void open() {
        office = new Office(log);
        desk = new Desk(mvc);
    }

    private static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, byte[]> pack(String code) {
        Answer answer = desk.ask(AUDITOR, "/projects/" + code + "/evidence-pack");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.response().getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName())
                        .matches("[A-Za-z0-9][A-Za-z0-9./-]*")
                        .doesNotContain("..", "//");
                assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long jumps(String code) {
        return office.recordFromPaper(
                "ตามแบบ", Office.projectWithReports(code, "ขุดลอก <b>คลอง</b>", "20", "60", "60"));
    }

    @Test
    void every_hash_is_that_of_the_bytes_in_the_pack() {
        String code = "54110000-0001";
        jumps(code);
        office.record(Office.reported(code, 4, "80"));

        Map<String, byte[]> files = pack(code);
        List<JsonNode> events = new ArrayList<>();
        new String(files.get("events.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> events.add(JSON.readTree(line)));

        assertThat(events).hasSize(5);
        long before = -1;
        for (int n = 0; n < events.size(); n++) {
            JsonNode event = events.get(n);
            long position = event.path("position").asLong();
            byte[] payload = files.get("events/" + position + "/payload.json");
            byte[] metadata = files.get("events/" + position + "/metadata.json");
            byte[] entry = files.get("events/" + position + "/entry.json");
            JsonNode told = JSON.readTree(entry);
            HexFormat hex = HexFormat.of();
            assertThat(sha256(hex.parseHex(event.path("payloadSalt").asString()), payload))
                    .isEqualTo(told.path("payloadHash").asString());
            assertThat(sha256(hex.parseHex(event.path("metadataSalt").asString()), metadata))
                    .isEqualTo(told.path("metadataHash").asString());
            assertThat(sha256(new byte[] {0}, entry))
                    .isEqualTo(event.path("leafHash").asString())
                    // as the timeline and every answer shows it
                    .isEqualTo(log.read(position, 1).getFirst().leafHash());
            assertThat(told.path("stream").asString()).isEqualTo(code);
            assertThat(told.path("sequence").asInt()).isEqualTo(n);
            assertThat(told.path("position").asLong()).isEqualTo(position).isGreaterThan(before);
            assertThat(utf8(event.path("payload").asString())).isEqualTo(payload);
            before = position;
        }
    }

    @Test
    void the_statement_names_every_file_and_what_is_complete() {
        String code = "54120000-0001";
        long last = jumps(code);
        long tail = office.record(Office.registered("54120000-0002", "อื่น"));

        Map<String, byte[]> files = pack(code);
        JsonNode statement = JSON.readTree(files.get("statement.json"));

        assertThat(statement.path("project").asString()).isEqualTo(code);
        assertThat(statement.path("events").asInt()).isEqualTo(4);
        assertThat(statement.path("firstPosition").asLong()).isEqualTo(last - 3);
        assertThat(statement.path("lastPosition").asLong()).isEqualTo(last);
        assertThat(statement.path("sequences").toString()).isEqualTo("{\"first\":0,\"last\":3,\"dense\":true}");
        assertThat(statement.path("ledger").path("tailPosition").asLong()).isGreaterThanOrEqualTo(tail);
        assertThat(statement.has("checkpoint")).isFalse();
        List<String> named = new ArrayList<>();
        statement.path("files").forEach(file -> {
            String name = file.path("name").asString();
            named.add(name);
            assertThat(sha256(files.get(name))).isEqualTo(file.path("sha256").asString());
            assertThat(files.get(name)).hasSize(file.path("bytes").asInt());
        });
        List<String> all = new ArrayList<>(files.keySet());
        assertThat(all.subList(all.size() - 2, all.size())).containsExactly("statement.json", "SHA256SUMS");
        assertThat(named).isEqualTo(all.subList(0, all.size() - 2));
        String sums = new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8);
        files.forEach((name, bytes) -> {
            if (!name.equals("SHA256SUMS")) {
                assertThat(sums).contains(sha256(bytes) + "  " + name + "\n");
            }
        });
    }

    @Test
    void what_the_events_add_up_to_is_what_is_answered() {
        String code = "54130000-0001";
        long position = jumps(code);
        desk.get(AUDITOR, "/projects/" + code + "?atLeast={n}", position);

        Map<String, byte[]> files = pack(code);

        assertThat(JSON.readTree(files.get("reports.json")))
                .isEqualTo(JSON.readTree(
                        desk.ask(AUDITOR, "/projects/" + code + "/reports").text()));
        assertThat(JSON.readTree(files.get("flags.json")))
                .isEqualTo(JSON.readTree(desk.ask(AUDITOR, "/projects/" + code).text())
                        .path("flags"));
        String page = new String(files.get("timeline.md"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("28 พ.ย. 2563", "20.00 → 60.00", "บรรทัด / lines 3–4, 9")
                .doesNotContain("<b>");
        JsonNode printout =
                JSON.readTree(files.get("printouts.json")).path("printouts").path(0);
        assertThat(printout.path("sha256").asString())
                .isEqualTo(Office.PAPER.sha256().hex());
        assertThat(printout.path("events").size()).isEqualTo(4);
    }

    @Test
    void a_printout_is_in_the_pack_with_its_persons_unreadable_and_its_lines_in_place() {
        String code = "54130000-0007";
        byte[] paper = utf8(
                "ชื่อโครงการ ขุดลอกคลอง\nชื่อผู้รับผิดชอบ สมหญิง รักงาน โทร. 4321\nขอรับรองว่าจริง\nลงชื่อ สมหญิง รักงาน\n");
        Sha256 digest = Sha256.ofBytes(paper);
        printouts.keep(digest, paper, null, Instant.now());
        PersonalData officer = vault.seal(new Person("สมหญิง รักงาน", "4321", "สมหญิง รักงาน โทร. 4321"));
        office.recordFrom(
                new Source(digest, List.of(new LineRange(1, 2))), Office.registered(code, "ขุดลอกคลอง", officer));

        Map<String, byte[]> files = pack(code);

        String text = new String(files.get("printouts/" + digest.hex() + ".txt"), StandardCharsets.UTF_8);
        assertThat(text)
                .isEqualTo(
                        "ชื่อโครงการ ขุดลอกคลอง\nชื่อผู้รับผิดชอบ ███ ███ ███ ███\nขอรับรองว่าจริง\nลงชื่อ ███ ███\n");
        files.forEach((name, bytes) ->
                assertThat(new String(bytes, StandardCharsets.UTF_8)).as(name).doesNotContain("สมหญิง", "4321"));
        JsonNode listed =
                JSON.readTree(files.get("printouts.json")).path("printouts").path(0);
        assertThat(listed.path("redacted").asString()).isEqualTo("printouts/" + digest.hex() + ".txt");
        assertThat(listed.path("withheld").isNull()).isTrue();
    }

    @Test
    void a_printout_is_withheld_where_its_bytes_are_not_kept_or_a_person_of_the_project_was_erased() {
        String code = "54130000-0008";
        jumps(code);
        assertThat(withheld(pack(code))).isEqualTo("NOT_KEPT");

        byte[] sheet = utf8("รหัสโครงการ,วันที่\n");
        String many = "54130000-0010";
        printouts.keepSheet(Sha256.ofBytes(sheet), sheet, Instant.now());
        office.recordFrom(
                new Source(Sha256.ofBytes(sheet), List.of(new LineRange(2, 2))),
                Office.registered(many, "ขุดลอกคลอง", null));
        assertThat(withheld(pack(many))).isEqualTo("SHEET_OF_SEVERAL_PROJECTS");

        String erased = "54130000-0009";
        byte[] paper = utf8("ชื่อผู้รับผิดชอบ สมชาย ลาแล้ว\n");
        Sha256 digest = Sha256.ofBytes(paper);
        printouts.keep(digest, paper, null, Instant.now());
        office.recordFrom(
                new Source(digest, List.of(new LineRange(1, 1))),
                Office.registered(erased, "ขุดลอกคลอง", new PersonalData("no-such-key", "AAAA")));
        Map<String, byte[]> files = pack(erased);
        assertThat(withheld(files)).isEqualTo("PERSON_ERASED");
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("printouts/"));
    }

    @Test
    void a_printout_is_shown_line_by_line_with_its_facts_and_persons_as_the_asker_may_see_them() {
        String code = "54130000-0031";
        byte[] pdf = utf8("%PDF-1.7 its bytes are no text");
        Sha256 digest = Sha256.ofBytes(pdf);
        printouts.keep(
                digest,
                pdf,
                new PrintoutText(
                        "1, of a test",
                        List.of(
                                new PrintoutText.Line("ชื่อโครงการ ขุดลอกคลอง", 1, List.of()),
                                new PrintoutText.Line(
                                        "ชื่อผู้รับผิดชอบ สมหญิง รักงาน",
                                        2,
                                        List.of(new PrintoutText.Box(2, 50, 70, 200, 12.5))))),
                Instant.now());
        PersonalData officer = vault.seal(new Person("สมหญิง รักงาน", null, "สมหญิง รักงาน"));
        long position = office.recordFrom(
                new Source(digest, List.of(new LineRange(2, 2))), Office.registered(code, "ขุดลอกคลอง", officer));
        String at = "/projects/" + code + "/printouts/" + digest.hex() + "/source";

        JsonNode masked =
                JSON.readTree(desk.ask(AUDITOR, at + "?atLeast=" + position).text());
        JsonNode inClear = JSON.readTree(desk.ask(someone(Role.SUPERVISOR), at).text());

        assertThat(masked.at("/lines/1/text").asString()).isEqualTo("ชื่อผู้รับผิดชอบ ███ ███");
        assertThat(masked.path("redacted").asBoolean()).isTrue();
        assertThat(inClear.at("/lines/1/text").asString()).isEqualTo("ชื่อผู้รับผิดชอบ สมหญิง รักงาน");
        assertThat(inClear.at("/lines/1/page").asInt()).isEqualTo(2);
        assertThat(inClear.at("/lines/1/boxes/0/x").asDouble()).isEqualTo(50);
        assertThat(inClear.at("/lines/1/facts/0/type").asString()).isEqualTo("project-registered");
        assertThat(inClear.at("/lines/1/facts/0/position").asLong()).isEqualTo(position);
        assertThat(inClear.at("/lines/0/facts").isEmpty()).isTrue();
        assertThat(new String(pack(code).get("printouts/" + digest.hex() + ".txt"), StandardCharsets.UTF_8))
                .as("in the pack too")
                .isEqualTo("ชื่อโครงการ ขุดลอกคลอง\nชื่อผู้รับผิดชอบ ███ ███");
        assertThat(desk.ask(AUDITOR, at.replace("0031/", "0007/")).status()).isEqualTo(404);
        assertThat(desk.ask(AUDITOR, at.replace(digest.hex(), "nothing")).text())
                .contains("PRINTOUT_NOT_FOUND");
    }

    private static String withheld(Map<String, byte[]> files) {
        return JSON.readTree(files.get("printouts.json"))
                .path("printouts")
                .path(0)
                .path("withheld")
                .asString();
    }

    @Test
    void the_same_events_give_the_same_files_in_the_same_order() {
        String code = "54140000-0001";
        jumps(code);

        Map<String, byte[]> once = pack(code);
        Map<String, byte[]> again = pack(code);

        assertThat(again.keySet()).containsExactlyElementsOf(once.keySet());
        again.forEach((name, bytes) -> {
            if (!name.equals("statement.json") && !name.equals("SHA256SUMS")) {
                assertThat(bytes).as(name).isEqualTo(once.get(name));
            }
        });
    }

    @Test
    void no_person_is_told_in_clear() {
        String code = "54150000-0001";
        office.record(Office.registered(code, "ก", vault.seal(new Person("นางตัวอย่าง เขียนดี", "0812345678", null))));

        pack(code)
                .forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .as(name)
                        .doesNotContain("เขียนดี", "0812345678"));
    }

    @Test
    void the_pack_is_for_auditors_and_for_projects_that_are_there() {
        String code = "54160000-0001";
        jumps(code);

        assertThat(desk.ask(someone(Role.COORDINATOR), "/projects/" + code + "/evidence-pack")
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(desk.ask(AUDITOR, "/projects/54160000-9999/evidence-pack").code())
                .isEqualTo("PROJECT_NOT_FOUND");
        pack(code);
        JsonNode entry = desk.get(AUDITOR, "/exports?size=1").path("items").path(0);
        assertThat(entry.path("kind").asString()).isEqualTo("EVIDENCE_PACK");
        assertThat(entry.path("project").asString()).isEqualTo(code);
        assertThat(entry.path("outcome").asString()).isEqualTo("FINISHED");
    }

    /** The program in verify.md finds the pack right, and a changed one wrong. */
    @Test
    void the_program_in_the_pack_checks_it(@TempDir Path folder) throws Exception {
        String code = "54170000-0001";
        long last = jumps(code);
        Map<String, byte[]> files = pack(code);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        String told = new String(files.get("verify.md"), StandardCharsets.UTF_8);
        String program = told.substring(told.indexOf("```python\n") + 10);
        Files.writeString(folder.resolve("check.py"), program.substring(0, program.indexOf("```")));

        assertThat(python(folder)).contains("4 events of " + code);
        Path payload = folder.resolve("events/" + last + "/payload.json");
        Files.writeString(payload, Files.readString(payload).replace("60.00", "90.00"));
        assertThat(python(folder)).contains("AssertionError");
    }

    private static String python(Path folder) throws IOException, InterruptedException {
        Process python;
        try {
            python = new ProcessBuilder("python3", "check.py")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException none) {
            Assumptions.abort("No python3 here");
            return "";
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
