package org.progressledger.query.registration;

import java.util.List;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.registration.RegistrationForm.Part;

/**
 * The form of a new project.
 *
 * @param objectives how many rows it has for objectives
 * @param indicators how many rows it has for printed indicators
 */
record RegistrationPage(Frame frame, Form form, List<Part> parts, int objectives, int indicators) {}
