package org.progressledger.events;

/** ประเภทตัวชี้วัด. */
public enum IndicatorKind {
    /** ตัวชี้วัดเชิงยุทธศาสตร์. */
    STRATEGIC,
    /** ตัวชี้วัดผลผลิต. */
    OUTPUT,
    /** ตัวชี้วัดผลลัพธ์. */
    OUTCOME
}
