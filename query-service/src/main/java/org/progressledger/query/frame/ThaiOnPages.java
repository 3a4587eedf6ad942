package org.progressledger.query.frame;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Brings {@link ThaiMarking} to every page; the template engine takes it up because it is there. */
@Component
final class ThaiOnPages implements IPostProcessorDialect {
    private static final int LAST = 10_000;

    @Override
    public String getName() {
        return "thai";
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, ThaiMarking.class, LAST));
    }
}
