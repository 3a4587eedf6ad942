/** What is set on both services, on a page for administrators. */
@NullMarked
package org.progressledger.query.configuration;

import org.jspecify.annotations.NullMarked;
