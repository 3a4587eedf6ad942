package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/**
 * One round of an appeal with its papers.
 *
 * @param filed the papers that opened it
 * @param decided the papers that closed it; null where none did
 * @param withdrawn the papers by which the filer took it back; null where none did
 */
public record Appeal(
        int round,
        AppealFiled filed,
        Fact filedFact,
        @Nullable AppealDecided decided,
        @Nullable Fact decidedFact,
        @Nullable AppealWithdrawn withdrawn,
        @Nullable Fact withdrawnFact) {

    static Appeal of(AppealFiled filed, Fact fact) {
        return new Appeal(filed.round(), filed, fact, null, null, null, null);
    }

    public AppealState state() {
        if (decided != null) {
            return AppealState.DECIDED;
        }
        return withdrawn != null ? AppealState.WITHDRAWN : AppealState.FILED;
    }

    /** Whether it still waits for a decision. */
    public boolean isOpen() {
        return state() == AppealState.FILED;
    }

    Appeal with(AppealDecided decision, Fact fact) {
        return new Appeal(round, filed, filedFact, decision, fact, withdrawn, withdrawnFact);
    }

    Appeal with(AppealWithdrawn withdrawal, Fact fact) {
        return new Appeal(round, filed, filedFact, decided, decidedFact, withdrawal, fact);
    }
}
