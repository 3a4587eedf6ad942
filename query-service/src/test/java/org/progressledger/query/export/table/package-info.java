@NullMarked
package org.progressledger.query.export.table;

import org.jspecify.annotations.NullMarked;
