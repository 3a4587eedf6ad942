/** ข้อสังเกตของการตรวจสอบ: what an auditor should look at, one rule each, and the question for them across projects. */
@NullMarked
package org.progressledger.query.flags;

import org.jspecify.annotations.NullMarked;
