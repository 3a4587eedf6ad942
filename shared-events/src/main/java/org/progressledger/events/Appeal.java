package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/**
 * One round of an appeal with its papers.
 *
 * @param filed the papers that opened it
 * @param decided the papers that closed it; null while it is open
 */
public record Appeal(
        int round,
        AppealFiled filed,
        Fact filedFact,
        @Nullable AppealDecided decided,
        @Nullable Fact decidedFact) {

    /** Whether it still waits for a decision. */
    public boolean isOpen() {
        return decided == null;
    }
}
