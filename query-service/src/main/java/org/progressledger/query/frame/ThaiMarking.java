package org.progressledger.query.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.IText;

/**
 * Says {@code lang="th"} of Thai words on a page in another language, so that they are spoken and broken into lines as Thai.
 * What people typed is Thai whatever the page's language is, and stands in every table, sentence and choice; here is the one place
 * through which all of it goes.
 *
 * <p>An element whose text follows its tag at once, as that of {@code th:text} does, bears the attribute itself; Thai words amid
 * others get a {@code span}, where one may stand.
 */
// the template engine makes one for each page
public final class ThaiMarking extends AbstractTemplateHandler {

    /** Under which name a request holds the language of its page, for parts of pages, which do not say it themselves. */
    static final String LANGUAGE = ThaiMarking.class.getName() + ".language";

    private static final String THAI = "th";
    private static final Set<String> TEXT_ALONE =
            Set.of("title", "textarea", "option", "text", "desc", "script", "style");
    private static final Set<String> VOID = Set.of("area", "br", "hr", "img", "input", "link", "meta", "source", "wbr");

    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable IOpenElementTag held;

    /** An element that is not closed yet, and the language of what stands in it; empty where nobody says. */
    private record Open(String name, String language) {}

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        release();
        String name = tag.getElementCompleteName();
        if (VOID.contains(name)) {
            super.handleOpenElement(withValueMarked(tag));
            return;
        }
        String language = tag.getAttributeValue("lang");
        boolean mayBeMarked = language == null && !inner().equals(THAI);
        open.push(new Open(name, language == null ? inner() : language));
        if (mayBeMarked) {
            held = tag;
        } else {
            super.handleOpenElement(tag);
        }
    }

    @Override
    public void handleText(IText text) {
        String words = inner().equals(THAI) ? "" : text.getText();
        if (!ThaiWords.in(words)) {
            release();
            super.handleText(text);
            return;
        }
        IOpenElementTag owner = held;
        if (owner != null && ThaiWords.areMostOf(words)) {
            held = null;
            super.handleOpenElement(factory().setAttribute(owner, "lang", THAI));
            open.push(new Open(open.pop().name(), THAI));
            super.handleText(text);
            return;
        }
        release();
        if (!open.isEmpty() && TEXT_ALONE.contains(open.peek().name())) {
            super.handleText(text);
            return;
        }
        ThaiWords.pieces(words).forEach(piece -> {
            if (piece.thai()) {
                super.handleOpenElement(factory().createOpenElementTag("span", "lang", THAI));
                super.handleText(factory().createText(piece.text()));
                super.handleCloseElement(factory().createCloseElementTag("span"));
            } else {
                super.handleText(factory().createText(piece.text()));
            }
        });
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
        release();
        super.handleStandaloneElement(withValueMarked(tag));
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        release();
        if (!open.isEmpty() && open.peek().name().equals(tag.getElementCompleteName())) {
            open.pop();
        }
        super.handleCloseElement(tag);
    }

    @Override
    public void handleTemplateEnd(ITemplateEnd end) {
        release();
        super.handleTemplateEnd(end);
    }

    /** What somebody typed into a field before. */
    private <T extends IProcessableElementTag> T withValueMarked(T tag) {
        String value = tag.getAttributeValue("value");
        return value == null
                        || inner().equals(THAI)
                        || tag.hasAttribute("lang")
                        || !tag.getElementCompleteName().equals("input")
                        || !ThaiWords.in(value)
                ? tag
                : factory().setAttribute(tag, "lang", THAI);
    }

    private void release() {
        if (held != null) {
            IOpenElementTag tag = held;
            held = null;
            super.handleOpenElement(tag);
        }
    }

    /** The language of what stands here. */
    private String inner() {
        if (!open.isEmpty()) {
            return open.peek().language();
        }
        return getContext() instanceof IWebContext web
                        && web.getExchange().getAttributeValue(LANGUAGE) instanceof String language
                ? language
                : "";
    }

    private IModelFactory factory() {
        return getContext().getModelFactory();
    }
}
