/** The register: search, filters, order, totals. */
@NullMarked
package org.progressledger.query.projectlist;

import org.jspecify.annotations.NullMarked;
