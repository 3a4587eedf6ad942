@NullMarked
package org.progressledger.query.report;

import org.jspecify.annotations.NullMarked;
