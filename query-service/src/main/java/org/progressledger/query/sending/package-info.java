/** What pages ask of the command service for whoever has signed in. */
@NullMarked
package org.progressledger.query.sending;

import org.jspecify.annotations.NullMarked;
