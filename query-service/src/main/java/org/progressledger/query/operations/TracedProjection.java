package org.progressledger.query.operations;

import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.progressledger.problems.trace.Trace;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** What is logged while an event is projected bears the id of the trace that recorded it. */
@Configuration(proxyBeanMethods = false)
class TracedProjection {

    @Autowired
    void trace(EventProcessingConfigurer processing) {
        processing.registerDefaultHandlerInterceptor((configuration, processor) -> new OfEvent());
    }

    static final class OfEvent implements MessageHandlerInterceptor<EventMessage<?>> {
        @Override
        public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) throws Exception {
            Object recorded = work.getMessage().getMetaData().get(Trace.TRACE_ID);
            if (recorded == null) {
                return chain.proceed();
            }
            try (MDC.MDCCloseable entered = MDC.putCloseable(Trace.TRACE_ID, recorded.toString())) {
                return chain.proceed();
            }
        }
    }
}
