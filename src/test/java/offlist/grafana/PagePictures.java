package offlist.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.testing.Chromium;
import offlist.testing.PageLook;

/** Pictures of Offlist's own pages on the day of the story, each of which anybody can read. They lie where {@link Previews} does. */
final class PagePictures {
    private static final int WIDTH = 1200;
    private static final int NARROW = 420;

    private PagePictures() {}

    static List<Path> take(DashboardStory story) {
        List<Path> pictures = new ArrayList<>();
        try (Chromium browser = new Chromium()) {
            for (Page page : pages(story)) {
                browser.screen(WIDTH, 900, false)
                        .open(story.offlist().pages(page.path()).toString());
                page.button().ifPresent(browser::follow);
                Path picture = Previews.directory().resolve("page-" + page.name() + ".png");
                browser.picture(picture);
                pictures.add(picture);
                assertThat(PageLook.complaints(browser)).as(page.name()).isEmpty();
                browser.screen(NARROW, 900, true);
                assertThat(PageLook.complaints(browser))
                        .as(page.name() + " on a small screen")
                        .isEmpty();
            }
            assertThat(browser.complaints()).isEmpty();
        }
        return pictures;
    }

    private static List<Page> pages(DashboardStory story) {
        return List.of(
                Page.at("start", "/"),
                Page.at("address", "/addresses/" + DashboardStory.ADDRESS),
                Page.at("list", "/lists/" + StoryLists.PARTNER),
                Page.at("tasks", "/tasks"),
                Page.at("task", "/tasks/" + story.taskAtPartner()),
                Page.at("refusals", "/refusals"),
                Page.at("recipients", "/recipients"),
                new Page(
                        "triage",
                        "/triage?address=192.0.2.8&recipient=ann@example.org",
                        Optional.of("form:has(textarea[name=bounce]) > button")),
                Page.at("silences", "/silences"),
                Page.at("allow", "/pools/" + DashboardStory.TRANSACTIONAL + "/allow"));
    }

    /** @param button is pressed first, and leads to what is shown */
    private record Page(String name, String path, Optional<String> button) {
        static Page at(String name, String path) {
            return new Page(name, path, Optional.empty());
        }
    }
}
