@NullMarked
package org.progressledger.query.export.oc4ids;

import org.jspecify.annotations.NullMarked;
