package org.progressledger.command.web;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** Tells of the headers that every command takes. */
@Configuration(proxyBeanMethods = false)
class CallDocumentation {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Call.class);
    }

    @Bean
    OperationCustomizer headersOfCommands() {
        return (operation, handler) -> {
            boolean command =
                    Arrays.asList(handler.getMethod().getParameterTypes()).contains(Call.class);
            if (command) {
                operation.addParametersItem(new HeaderParameter()
                        .name(CommandAnswers.IDEMPOTENCY_KEY)
                        .description("Makes a repeat harmless: visible ASCII characters, unique for this account")
                        .required(false)
                        .schema(new StringSchema().minLength(1).maxLength(200).pattern("[!-~]+")));
                operation.addParametersItem(new HeaderParameter()
                        .name(HttpHeaders.IF_MATCH)
                        .description("The project's version that the caller saw; 412 tells what came since")
                        .required(false)
                        .schema(new StringSchema()
                                .pattern("\"[0-9]{1,18}\"|[0-9]{1,18}|[*]")
                                .example("\"24\"")));
            }
            return operation;
        };
    }
}
