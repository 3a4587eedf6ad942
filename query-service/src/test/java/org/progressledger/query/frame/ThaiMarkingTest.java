package org.progressledger.query.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class ThaiMarkingTest {
    private static final SpringTemplateEngine ENGINE = new SpringTemplateEngine();

    static {
        ENGINE.setTemplateResolver(new StringTemplateResolver());
        ENGINE.addDialect(new ThaiOnPages());
    }

    private static String shown(String template, String typed) {
        return ENGINE.process(template, new Context(Locale.ENGLISH, Map.of("typed", typed)));
    }

    /** In the body of an English page. */
    private static String inEnglish(String template, String typed) {
        String page = shown("<html lang=\"en\"><body>" + template + "</body></html>", typed);
        return page.substring("<html lang=\"en\"><body>".length(), page.length() - "</body></html>".length());
    }

    @Test
    void an_element_that_holds_what_somebody_typed_in_Thai_says_so() {
        assertThat(inEnglish("<td class=\"a\" th:text=\"${typed}\">x</td>", "โครงการ ก.2 Smart City"))
                .isEqualTo("<td class=\"a\" lang=\"th\">โครงการ ก.2 Smart City</td>");
        assertThat(inEnglish("<select><option value=\"1\" th:text=\"${typed}\">x</option></select>", "เขตบางนา"))
                .isEqualTo("<select><option value=\"1\" lang=\"th\">เขตบางนา</option></select>");
        assertThat(inEnglish("<textarea th:text=\"${typed}\">x</textarea>", "ทำแล้ว"))
                .isEqualTo("<textarea lang=\"th\">ทำแล้ว</textarea>");
        assertThat(inEnglish("<input name=\"q\" th:value=\"${typed}\"><b>and</b>", "บางนา"))
                .isEqualTo("<input name=\"q\" value=\"บางนา\" lang=\"th\"><b>and</b>");
    }

    @Test
    void Thai_words_amid_an_English_sentence_are_marked_alone() {
        assertThat(inEnglish("<p th:text=\"${typed}\">x</p>", "The agency reports & says: เลื่อน ออกไป 2 วัน (again)"))
                .isEqualTo("<p>The agency reports &amp; says: <span lang=\"th\">เลื่อน ออกไป 2 วัน</span> (again)</p>");
        assertThat(inEnglish("<p><b>1</b> [[${typed}]]</p>", "สำนัก"))
                .isEqualTo("<p><b>1</b> <span lang=\"th\">สำนัก</span></p>");
        assertThat(inEnglish("<option th:text=\"${typed}\">x</option>", "the agency named เขต"))
                .as("no element may stand in a choice")
                .isEqualTo("<option>the agency named เขต</option>");
    }

    @Test
    void nothing_is_marked_where_it_is_said_already_or_where_there_is_no_Thai() {
        assertThat(inEnglish("<p lang=\"th\"><i th:text=\"${typed}\">x</i></p>", "แล้ว"))
                .isEqualTo("<p lang=\"th\"><i>แล้ว</i></p>");
        assertThat(inEnglish("<ul><li th:text=\"${typed}\">x</li></ul>", "1,000.00 ฿ &"))
                .isEqualTo("<ul><li>1,000.00 ฿ &amp;</li></ul>");
        assertThat(shown("<html lang=\"th\"><p th:text=\"${typed}\">x</p></html>", "แล้ว"))
                .isEqualTo("<html lang=\"th\"><p>แล้ว</p></html>");
        assertThat(inEnglish("<p lang=\"th\">ก</p><p th:text=\"${typed}\">x</p>", "ข"))
                .as("what was said ends with its element")
                .isEqualTo("<p lang=\"th\">ก</p><p lang=\"th\">ข</p>");
    }

    @Test
    void hostile_words_stay_text() {
        assertThat(inEnglish("<p th:text=\"${typed}\">x</p>", "ไทย <script>alert('ไทย')</script>"))
                .doesNotContain("<script", "<p><script")
                .contains("&lt;script&gt;");
    }

    @Test
    void a_long_text_is_read_once() {
        String typed = "ก ".repeat(20_000) + "z".repeat(90_000);
        assertThat(inEnglish("<p th:text=\"${typed}\">x</p>", typed).startsWith("<p><span lang=\"th\">ก ก"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ไทย,true",
        "ไทย and many English words,false",
        "English ไทย,false",
        "&quot;&lt;ไทย&gt;,true",
        "฿ 100,false",
        "๒๕๖๔,true"
    })
    void what_is_Thai_as_a_whole_is_told_by_its_letters(String text, boolean thai) {
        assertThat(ThaiWords.areMostOf(text)).isEqualTo(thai);
    }
}
