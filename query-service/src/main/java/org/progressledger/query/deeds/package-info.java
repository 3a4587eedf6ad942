/** Short forms by which officers tell what happened to a project. */
@NullMarked
package org.progressledger.query.deeds;

import org.jspecify.annotations.NullMarked;
