package org.progressledger.query.appeals;

/** How far an appeal has come, as {@code docs/appeals.md} names it. */
enum AppealStatus {
    /** รอผล: filed, and it waits for its decision. */
    FILED,
    /** มีผลการพิจารณาแล้ว. */
    DECIDED,
    /** ผู้ยื่นถอนคำขอแล้ว. */
    WITHDRAWN,
    /** Only a narrative speaks of it: its papers are not recorded. */
    CITED,
    /** Nobody speaks of it any more: it was reviewed, and what was reviewed had been recorded by mistake. */
    NONE
}
