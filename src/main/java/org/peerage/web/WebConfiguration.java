package org.peerage.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// Templates and static files. A view name is a template's path below the base package, for example `meetings/room`.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final Assets assets;

    WebConfiguration(Assets assets) {
        this.assets = assets;
    }

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.peerage");
    }

    @Bean
    ModuleTexts messageSource() {
        return new ModuleTexts();
    }

    @Bean
    WebMvcRegistrations routes() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Routes();
            }
        };
    }

    @Bean
    LocaleResolver localeResolver(ModuleTexts messages) {
        return new ReaderLanguage(messages.languages());
    }

    @Bean
    ViewResolver templateViews(TemplateEngine templates, MessageSource messages, List<Announcement> announcements) {
        return (name, locale) -> name.startsWith("redirect:") || name.startsWith("forward:")
                ? null
                : new TemplateView(name + ".jte", templates, messages, assets, announcements, locale);
    }

    /// Nothing is carried from one request to the next beside the address: looking for it would read the session.
    @Bean
    FlashMapManager flashMapManager() {
        return new FlashMapManager() {
            @Override
            public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
                return null;
            }

            @Override
            public void saveOutputFlashMap(
                    FlashMap flashMap, HttpServletRequest request, HttpServletResponse response) {
                // Asked for after each request, also where there is nothing to carry.
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KeepableText());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(assets.version(), "/**"));
    }

    private record TemplateView(
            String template,
            TemplateEngine templates,
            MessageSource messages,
            Assets assets,
            List<Announcement> announcements,
            Locale locale)
            implements View {

        private TemplateView {
            announcements = List.copyOf(announcements);
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var parameters = new HashMap<String, Object>(model == null ? Map.of() : model);
            parameters.put(
                    "shell",
                    new Shell(request, messages, templates, assets, announcements, locale, labels(parameters)));
            var output = new PageBytes();
            templates.render(template, parameters, output);
            response.setContentType(getContentType());
            response.setContentLength(output.length());
            output.writeTo(response.getOutputStream());
        }

        private static String labels(Map<String, Object> model) {
            return model.values().stream()
                    .filter(Labelled.class::isInstance)
                    .map(shown -> ((Labelled) shown).labels())
                    .findFirst()
                    .orElse(Labelled.USUAL);
        }
    }
}
