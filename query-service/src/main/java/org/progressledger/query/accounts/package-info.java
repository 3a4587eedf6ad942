/** The accounts, for who administers them. */
@NullMarked
package org.progressledger.query.accounts;

import org.jspecify.annotations.NullMarked;
