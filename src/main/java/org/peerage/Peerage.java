package org.peerage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program: `run` (the default) serves the pages; `enrol` prints a one-time link.
@SpringBootApplication(proxyBeanMethods = false)
public class Peerage {

    public static void main(String[] arguments) {
        SpringApplication.run(Peerage.class, arguments);
    }
}
