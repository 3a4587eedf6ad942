/** Signing in, and the own account. */
@NullMarked
package org.progressledger.query.signin;

import org.jspecify.annotations.NullMarked;
