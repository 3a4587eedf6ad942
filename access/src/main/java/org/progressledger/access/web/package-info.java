/** The accounts over HTTP. */
@NullMarked
package org.progressledger.access.web;

import org.jspecify.annotations.NullMarked;
