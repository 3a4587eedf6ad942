@NullMarked
package org.progressledger.query.overview;

import org.jspecify.annotations.NullMarked;
