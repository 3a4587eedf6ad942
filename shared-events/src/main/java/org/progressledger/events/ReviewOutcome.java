package org.progressledger.events;

/** ผลการสอบทาน: whether an appeal was handled as the criteria ask. */
public enum ReviewOutcome {
    /** เป็นไปตามเกณฑ์. */
    COMPLIANT,
    /** ไม่เป็นไปตามเกณฑ์. */
    NOT_COMPLIANT,
    /** ยังสรุปไม่ได้: papers are missing or unclear. */
    INCONCLUSIVE
}
