package org.progressledger.events;

/** How far a round of an appeal has come, by its papers. */
public enum AppealState {
    /** ยื่นแล้ว: it waits for its decision. */
    FILED,
    /** มีผลการพิจารณาแล้ว. */
    DECIDED,
    /** ผู้ยื่นถอนคำขอแล้ว. */
    WITHDRAWN
}
