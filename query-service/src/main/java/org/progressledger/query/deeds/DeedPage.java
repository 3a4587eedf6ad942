package org.progressledger.query.deeds;

import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.ProjectHead;

/**
 * A short form.
 *
 * @param action where it is sent
 * @param send what the button says
 */
record DeedPage(Frame frame, ProjectHead head, Form form, String action, String title, String lead, String send) {}
