/** What is set on a service, for whoever administers it. */
@NullMarked
package org.progressledger.access.configuration;

import org.jspecify.annotations.NullMarked;
