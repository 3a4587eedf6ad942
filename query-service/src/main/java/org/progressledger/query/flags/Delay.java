package org.progressledger.query.flags;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.progressledger.query.projection.ThaiText;

/** Whether a narrative tells that the project was put off: {@code ชะลอ}, {@code เลื่อน…ออกไปโดยไม่มีกำหนด}. */
final class Delay {
    // to slow the disease or the water down is no delay of the project, and what is not or no longer delayed is none
    private static final Pattern WORDS = Pattern.compile(
            "(?<!ไม่|ไม่ได้|มิได้|ยกเลิก|ยกเลิกการ|สิ้นสุดการ)ชะลอ(?!\\s?(?:การ)?(?:แพร่)?(?:ระบาด|เชื้อ|น้ำ))"
                    + "|เลื่อน.{0,200}?ออกไป\\s?โดยไม่มีกำหนด");

    private Delay() {}

    /** The first words that tell it. */
    static Optional<String> in(String narrative) {
        Matcher words = WORDS.matcher(ThaiText.folded(narrative));
        return words.find() ? Optional.of(words.group()) : Optional.empty();
    }
}
