/** The command line of auditors. */
@NullMarked
package org.progressledger.verifier.cli;

import org.jspecify.annotations.NullMarked;
