@NullMarked
package org.progressledger.query.deeds;

import org.jspecify.annotations.NullMarked;
