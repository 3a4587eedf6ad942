/** A city that does not exist, with as many projects as a real one: for measuring what a whole city asks of the services. */
@NullMarked
package org.progressledger.bench.city;

import org.jspecify.annotations.NullMarked;
