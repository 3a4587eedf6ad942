/** หน่วยงาน: which codes and spellings are one agency, and how it is called. */
@NullMarked
package org.progressledger.query.agencies;

import org.jspecify.annotations.NullMarked;
