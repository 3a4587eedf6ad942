/** แบบพิมพ์ทั้งฉบับ: a kept printout, line by line, with what was read from each line. */
@NullMarked
package org.progressledger.query.sourceview;

import org.jspecify.annotations.NullMarked;
