package org.progressledger.command.web;

import org.progressledger.access.EndpointRules;
import org.progressledger.access.RoleMatrix;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may ask what of the command service: its lines of the one matrix. */
@Configuration(proxyBeanMethods = false)
class WhoMay {
    @Bean
    EndpointRules endpointRules() {
        return RoleMatrix.of(RoleMatrix.Service.COMMAND);
    }
}
