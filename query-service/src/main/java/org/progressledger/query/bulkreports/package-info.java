/** Reports of many projects from one sheet, row by row. */
@NullMarked
package org.progressledger.query.bulkreports;

import org.jspecify.annotations.NullMarked;
