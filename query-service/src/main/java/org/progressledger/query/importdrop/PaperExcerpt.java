package org.progressledger.query.importdrop;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.importdrop.DropPage.PaperLine;

/** The lines around a refusal, so that a person finds the place on paper. */
final class PaperExcerpt {
    private static final int AROUND = 2;
    private static final int LONGEST_LINE = 2000;

    private PaperExcerpt() {}

    /** @return nothing where the bytes are no text or have no such line */
    static List<PaperLine> of(byte[] bytes, int line) {
        String text = text(bytes);
        if (text == null || line < 1) {
            return List.of();
        }
        List<String> lines = text.lines().toList();
        List<PaperLine> around = new ArrayList<>();
        for (int number = Math.max(1, line - AROUND); number <= Math.min(lines.size(), line + AROUND); number++) {
            String shown = lines.get(number - 1);
            around.add(new PaperLine(
                    number,
                    shown.length() > LONGEST_LINE ? shown.substring(0, LONGEST_LINE) + " …" : shown,
                    number == line));
        }
        return line <= lines.size() ? around : List.of();
    }

    private static @Nullable String text(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-874"))) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException other) {
                // the next one
            }
        }
        return null;
    }
}
