package org.peerage.networks;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Rosters that were never imported are removed by the clock.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NetworksConfiguration {}
