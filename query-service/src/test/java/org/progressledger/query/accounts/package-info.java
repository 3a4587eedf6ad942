@NullMarked
package org.progressledger.query.accounts;

import org.jspecify.annotations.NullMarked;
