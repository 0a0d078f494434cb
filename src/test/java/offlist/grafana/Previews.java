package offlist.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offlist.testing.Chromium;

/** Pictures of all dashboards; into {@code docs/images} with {@code -Dofflist.previews=true}, else where the build leaves them. */
final class Previews {
    private Previews() {}

    static Path directory() {
        return Path.of(Boolean.getBoolean("offlist.previews") ? "docs/images" : "target/previews");
    }

    /** Few lists where each has lines of its own. */
    private static BoardAsker choosing(BoardFile board, BoardAsker asker) {
        return board.uid().equals(ListBoard.UID)
                ? asker.with("list", String.join("|", StoryLists.DYNAMIC, StoryLists.METERED, StoryLists.PARTNER))
                : asker;
    }

    static List<Path> draw(BoardAsker asker) {
        List<Path> pictures = new ArrayList<>();
        try (Chromium browser = new Chromium()) {
            browser.screen(PreviewPage.WIDTH, 900, false);
            Path pages = Files.createDirectories(Path.of("target/previews"));
            for (BoardFile board : BoardFile.all()) {
                String name = "grafana-" + board.uid().replace("offlist-", "");
                Path page = Files.writeString(
                        pages.resolve(name + ".html"), new PreviewPage(board, choosing(board, asker)).html());
                Path picture = directory().resolve(name + ".png");
                browser.open(page.toUri().toString()).picture(picture);
                pictures.add(picture);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pictures;
    }
}
