package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.access.Role;
import org.progressledger.command.Office.Answer;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.projectledger.AgencyEdit.Setting;
import org.progressledger.projectledger.AgencyEdits;

/** An administrator sets what agencies are called and how their codes are counted; nothing of it is lost. */
class AgencyEditsIT {
    private static final String ADMIN = Office.accountOf(Role.ADMIN);
    private static final AtomicInteger NEXT_CODE = new AtomicInteger(60_000_000);

    private static String newCode() {
        return Integer.toString(NEXT_CODE.getAndIncrement());
    }

    private static String at(String code) {
        return "/api/v1/agencies/" + code;
    }

    private static List<AgencyEdit> editsOf(Office office, String code) {
        return office.part(AgencyEdits.class).all().stream()
                .filter(edit -> edit.code().equals(code))
                .toList();
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void every_edit_says_who_changed_what_and_why(Office office) {
        String code = newCode();
        String main = newCode();

        Answer first = office.put(
                ADMIN, at(code), Map.of("name", "ส\u0E4D\u0E32นักงาน\u200Bเขต  บางนา", "reason", "พิมพ์ไม่ตรงกัน"));
        Answer second = office.put(ADMIN, at(code), Map.of("belongsTo", main, "reason", "เป็นกองในสำนัก"));
        Answer third = office.put(ADMIN, at(code), Map.of("name", "", "belongsTo", "", "reason", "ยกเลิก"));

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(first.body().path("name").asString()).isEqualTo("ส\u0E33นักงานเขต บางนา");
        assertThat(first.body().path("belongsTo").isNull()).isTrue();
        assertThat(second.body().path("name").asString()).isEqualTo("ส\u0E33นักงานเขต บางนา");
        assertThat(second.body().path("belongsTo").asString()).isEqualTo(main);
        assertThat(second.body().path("edit").path("by").asString()).isEqualTo(ADMIN);
        assertThat(third.body().path("name").isNull()).isTrue();
        Setting named = new Setting("ส\u0E33นักงานเขต บางนา", null);
        Setting put = new Setting("ส\u0E33นักงานเขต บางนา", main);
        List<AgencyEdit> edits = editsOf(office, code);
        assertThat(edits).extracting(AgencyEdit::before).containsExactly(Setting.NONE, named, put);
        assertThat(edits).extracting(AgencyEdit::after).containsExactly(named, put, Setting.NONE);
        assertThat(edits).extracting(AgencyEdit::reason).containsExactly("พิมพ์ไม่ตรงกัน", "เป็นกองในสำนัก", "ยกเลิก");
        assertThat(edits).extracting(AgencyEdit::by).containsOnly(ADMIN);
        assertThat(edits).extracting(AgencyEdit::at).isSorted();
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void the_same_again_is_answered_and_kept_once(Office office) {
        String code = newCode();
        Map<String, String> body = Map.of("name", "สำนักการโยธา", "reason", "ตามประกาศ");

        Answer first = office.put(ADMIN, at(code), body);
        Answer again = office.put(ADMIN, at(code), body);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(editsOf(office, code)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_a_rule_forbids_is_told_in_both_languages_and_nothing_is_kept(Office office) {
        String main = newCode();
        String section = newCode();
        String third = newCode();
        office.put(ADMIN, at(section), Map.of("belongsTo", main, "reason", "เป็นกอง"));

        Answer circle = office.put(ADMIN, at(main), Map.of("belongsTo", section, "reason", "x"));
        Answer notMain = office.put(ADMIN, at(third), Map.of("belongsTo", section, "reason", "x"));
        Answer hasOthers = office.put(ADMIN, at(main), Map.of("belongsTo", third, "reason", "x"));

        assertThat(List.of(circle, notMain, hasOthers))
                .extracting(Answer::status)
                .containsOnly(409);
        assertThat(circle.code()).isEqualTo("AGENCY_BELONGS_IN_A_CIRCLE");
        assertThat(notMain.code()).isEqualTo("AGENCY_IS_NOT_A_MAIN_ONE");
        assertThat(hasOthers.code()).isEqualTo("AGENCY_HAS_OTHERS");
        assertThat(hasOthers.body().path("details").path("en").asString()).contains(main, section);
        assertThat(hasOthers.body().path("details").path("th").asString()).contains(main, section);
        assertThat(editsOf(office, main)).isEmpty();
        assertThat(editsOf(office, third)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void every_wrong_field_is_named_at_once(Office office) {
        String code = newCode();

        Answer nothing = office.put(ADMIN, at(code), Map.of());
        Answer wrong = office.put(ADMIN, at(code), Map.of("name", "\u200B", "belongsTo", "5047", "reason", "x"));

        assertThat(nothing.code()).isEqualTo("INVALID_FIELDS");
        assertThat(nothing.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "reason");
        assertThat(wrong.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "belongsTo");
        assertThat(office.put(ADMIN, at("5047"), Map.of("name", "ก", "reason", "x"))
                        .code())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(editsOf(office, code)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_draft_warns_where_the_form_names_the_agency_otherwise_than_the_register(Office office) {
        String agency = "5047" + newCode().substring(4);
        String text = Papers.sample(Papers.A, agency + "-0001");
        Answer before = Papers.hand(office, Office.OFFICER, text);
        assertThat(before.body().path("form").path("agency").path("code").asString())
                .isEqualTo(agency);
        String printed = before.body().path("form").path("agency").path("name").asString();
        String otherwiseTyped = printed.replace("\u0E33", "\u0E4D\u0E32");

        office.put(ADMIN, at(agency), Map.of("name", otherwiseTyped, "reason", "ชื่อเดียวกัน"));
        Answer same = Papers.hand(office, Office.OFFICER, text);
        office.put(ADMIN, at(agency), Map.of("name", "สำนักงานเขตอื่น", "reason", "เปลี่ยนชื่อ"));
        Answer draft = office.get(Office.OFFICER, "/api/v1/imports/" + Papers.importId(same), "Accept-Language", "en");

        assertThat(warnings(before)).doesNotContain("AGENCY_NAME_DIFFERS");
        assertThat(warnings(same)).isEqualTo(warnings(before));
        assertThat(warnings(draft))
                .contains("AGENCY_NAME_DIFFERS")
                .hasSize(warnings(same).size() + 1);
        draft.body().path("warnings").forEach(warning -> {
            if (warning.path("code").asString().equals("AGENCY_NAME_DIFFERS")) {
                assertThat(warning.path("message").asString()).contains(agency, printed, "สำนักงานเขตอื่น");
                assertThat(warning.path("line").asInt())
                        .isEqualTo(draft.body()
                                .path("form")
                                .path("lines")
                                .path("agency")
                                .path(0)
                                .path(0)
                                .asInt());
            }
        });
        assertThat(Papers.confirm(office, Office.OFFICER, same, List.of()).status())
                .as("a draft is confirmed though the register has changed since it was shown")
                .isEqualTo(201);
    }

    private static List<String> warnings(Answer draft) {
        return draft.body().path("warnings").findValuesAsString("code");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void of_administrators_at_once_no_edit_is_lost_and_no_circle_is_made(Office office) throws Exception {
        List<String> codes = List.of(newCode(), newCode(), newCode());
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            String next = codes.get((i + 1) % codes.size());
            calls.add(() -> office.put(ADMIN, at(code), Map.of("belongsTo", next, "reason", "วน")));
            calls.add(() -> office.put(ADMIN, at(code), Map.of("name", "หน่วย " + code, "reason", "ชื่อ")));
        }

        List<Answer> answers = Office.atOnce(calls);

        assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
        long passed = answers.stream().filter(answer -> answer.status() == 200).count();
        List<AgencyEdit> kept =
                codes.stream().flatMap(code -> editsOf(office, code).stream()).toList();
        assertThat(kept).hasSize((int) passed);
        for (String code : codes) {
            List<AgencyEdit> edits = editsOf(office, code);
            assertThat(edits.getLast().after().name()).isEqualTo("หน่วย " + code);
            for (int i = 1; i < edits.size(); i++) {
                assertThat(edits.get(i).before())
                        .as("each was decided upon the one before")
                        .isEqualTo(edits.get(i - 1).after());
            }
        }
        assertThat(codes.stream()
                        .filter(code -> editsOf(office, code).getLast().after().belongsTo() != null))
                .as("one of three can belong to another: the next would make a chain")
                .hasSize(1);
    }
}
