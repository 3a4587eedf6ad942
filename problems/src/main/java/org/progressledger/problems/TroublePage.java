package org.progressledger.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** Tells a person on a page what a program is told in a problem document; a service that has pages provides one. */
public interface TroublePage {

    /** Whether whoever asks reads pages. */
    boolean isFor(HttpServletRequest request);

    /** The page, with the status of the problem. */
    ModelAndView of(ProblemException problem, HttpServletRequest request, HttpServletResponse response);
}
