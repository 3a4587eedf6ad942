/** The office's own table of who may, and the test that asks a running service for everything, role by role. */
@NullMarked
package org.progressledger.testroles;

import org.jspecify.annotations.NullMarked;
