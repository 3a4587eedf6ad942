/** The project as the office's printed form looks: แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ. */
@NullMarked
package org.progressledger.query.reportform;

import org.jspecify.annotations.NullMarked;
