package org.progressledger.query.projection;

/**
 * A project as it is kept, in whichever form, without what is only known when it is asked for.
 *
 * @param <P> the form
 */
public interface AsKept<P extends AsKept<P>> {
    String projectCode();

    /** The same with what the register of agencies says of its agency. */
    P inRegister(String mainCode, String registerName);

    /** The same with the mark that it stands still. */
    P with(StaleView stale);

    /**
     * How a form is made of a project's code and of what is kept.
     *
     * @param <P> the form
     */
    @FunctionalInterface
    interface Form<P> {
        P of(String projectCode, String json);
    }
}
