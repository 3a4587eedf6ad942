/** Who may: accounts, roles, agency scope, and the rules that name every endpoint. */
@NullMarked
package org.progressledger.access;

import org.jspecify.annotations.NullMarked;
