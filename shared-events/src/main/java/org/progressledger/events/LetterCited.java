package org.progressledger.events;

import java.util.Objects;

/** อ้างถึงหนังสือ: an official letter belongs to the project's story. */
public record LetterCited(ProjectCode project, Letter letter) implements ProjectEvent {
    public LetterCited {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(letter, "letter");
    }
}
