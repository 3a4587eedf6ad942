/** The form by which a project is registered. */
@NullMarked
package org.progressledger.query.registration;

import org.jspecify.annotations.NullMarked;
