package org.progressledger.command.printedform;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends the reading from anywhere inside it; {@link PrintedFormReader} turns it into the answer. Never leaves the package. */
final class UnreadablePaper extends RuntimeException {
    private final transient ReadResult.Unreadable answer;

    UnreadablePaper(UnreadableCode code, @Nullable Integer line, Map<String, Object> data) {
        super(code.name(), null, false, false);
        this.answer = new ReadResult.Unreadable(code, line, data);
    }

    static UnreadablePaper notReadable(String field, String value, int line) {
        return new UnreadablePaper(
                UnreadableCode.FIELD_NOT_READABLE, line, Map.of("field", field, "value", CleanText.excerpt(value)));
    }

    ReadResult.Unreadable answer() {
        return answer;
    }
}
