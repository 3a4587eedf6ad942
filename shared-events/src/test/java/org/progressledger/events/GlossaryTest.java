package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlossaryTest {
    private static final Path PAGE = Path.of(System.getProperty("project.root", ".."), "docs", "glossary.md");

    @ParameterizedTest
    @EnumSource
    void every_event_has_its_thai_word_its_stored_name_and_its_class_in_one_row(EventCatalogue entry)
            throws IOException {
        assertThat(Files.readString(PAGE).lines())
                .filteredOn(line -> line.contains("`" + entry.storedName() + "`"))
                .singleElement()
                .asString()
                .contains("`" + entry.type().getSimpleName() + "`")
                .containsPattern("^\\| [^|]*\\p{InThai}[^|]* \\|");
    }
}
