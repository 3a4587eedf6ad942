package org.progressledger.testservers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs on {@link TestMongo#real()}, which is started before the first test. Where none can be had, the test is left out, said on
 * standard output; with system property {@code real.mongodb.required=true} it fails instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServerCondition.Real.class)
public @interface OnRealMongo {}
