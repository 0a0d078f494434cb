package offlist.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import offlist.grafana.BoardAsker.Shown;

/** A dashboard as a page of its own, drawn plainly from what Prometheus answered. It is no picture of Grafana. */
record PreviewPage(BoardFile board, BoardAsker asker) {
    static final int WIDTH = 1600;

    private static final int EDGE = 12;
    private static final int ROW = 38;
    private static final int GAP = 8;
    private static final int HEAD = 64;
    private static final String STYLE = """
            * { box-sizing: border-box; margin: 0 }
            body { background: #f4f5f5; color: #24292e; font: 13px/1.4 "DejaVu Sans", sans-serif; width: %dpx; position: relative }
            header { padding: 14px %dpx; height: 60px; white-space: nowrap; overflow: hidden }
            h1 { font-size: 18px; display: inline; margin-right: 12px }
            header span { color: #6a7076 }
            h2 { position: absolute; font-size: 14px; padding-top: 12px }
            section { position: absolute; background: #fff; border: 1px solid #dfe1e4; border-radius: 3px; overflow: hidden }
            h3 { font-size: 13px; font-weight: 600; padding: 6px 9px 0; height: 28px; white-space: nowrap; overflow: hidden }
            .none { color: #7b8087; text-align: center; padding-top: 12px; font-size: 16px }
            .tiles { display: flex; gap: 4px; padding: 4px 8px 8px; height: calc(100%% - 28px) }
            .tiles div { flex: 1; border-radius: 3px; color: #fff; display: flex; flex-direction: column; align-items: center; justify-content: center; min-width: 0 }
            .tiles b { font-size: 30px; white-space: nowrap } .tiles b.long { font-size: 17px } .tiles b.longer { font-size: 13px }
            .bars { display: grid; grid-template-columns: max-content 1fr max-content; gap: 6px 10px; padding: 6px 12px; align-items: center }
            .bars div { background: #eceef0; height: 18px } .bars i { display: block; height: 18px }
            table { border-collapse: collapse; width: calc(100%% - 18px); margin: 0 9px }
            th, td { text-align: left; padding: 3px 8px; border-bottom: 1px solid #eceef0; white-space: nowrap }
            th { color: #3274d9 } td.code { color: #fff }
            .legend { height: 24px; padding: 3px 10px; white-space: nowrap; overflow: hidden; font-size: 12px }
            .legend span { margin-right: 14px } .legend i { display: inline-block; width: 14px; height: 4px; margin: 0 5px 3px 0 }
            svg { display: block } text { font-size: 11px; fill: #6a7076 } .grid { stroke: #eceef0 }
            .mark { stroke-dasharray: 3 3; opacity: .7 } polyline { fill: none; stroke-width: 1.3 }
            """;

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    String html() {
        List<PreviewMark> marks = PreviewMark.all(board, asker);
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>")
                .append(escaped(board.json().path("title").asText()))
                .append("</title><style>")
                .append(STYLE.formatted(WIDTH, EDGE))
                .append("</style><body style=\"height:")
                .append(HEAD + bottom() * ROW + EDGE)
                .append("px\"><header><h1>")
                .append(escaped(board.json().path("title").asText()))
                .append("</h1><span>")
                .append(escaped(board.json().path("description").asText()))
                .append("</span></header>");
        board.panels()
                .forEach(panel -> html.append(
                        panel.type().equals("row") ? heading(panel.json()) : panel(asker.shown(panel), marks)));
        return html.append("</body></html>").toString();
    }

    private int bottom() {
        return board.panels().stream()
                .map(panel -> panel.json().path("gridPos"))
                .mapToInt(place -> place.path("y").asInt() + place.path("h").asInt())
                .max()
                .orElse(0);
    }

    private static double column() {
        return (WIDTH - 2.0 * EDGE + GAP) / Panel.WIDE;
    }

    private static String heading(JsonNode row) {
        return "<h2 style=\"left:%dpx;top:%dpx\">%s</h2>"
                .formatted(
                        EDGE + 4,
                        HEAD + row.path("gridPos").path("y").asInt() * ROW - 6,
                        escaped(row.path("title").asText()));
    }

    private String panel(Shown shown, List<PreviewMark> marks) {
        JsonNode place = shown.panel().json().path("gridPos");
        int width = (int) (place.path("w").asInt() * column()) - GAP;
        int height = place.path("h").asInt() * ROW - GAP;
        return "<section style=\"left:%dpx;top:%dpx;width:%dpx;height:%dpx\"><h3>%s</h3>%s</section>"
                .formatted(
                        (int) (EDGE + place.path("x").asInt() * column()),
                        HEAD + place.path("y").asInt() * ROW,
                        width,
                        height,
                        escaped(shown.panel().title()),
                        body(shown, marks, width - 2, height - 30));
    }

    private String body(Shown shown, List<PreviewMark> marks, int width, int height) {
        JsonNode panel = shown.panel().json();
        List<PreviewSeries> series = PreviewSeries.all(shown);
        if (series.isEmpty()) {
            String none =
                    panel.path("fieldConfig").path("defaults").path("noValue").asText("no data");
            return "<p class=\"none\">" + escaped(none) + "</p>";
        }
        return switch (shown.panel().type()) {
            case "stat" -> new PreviewTiles(panel, series).stats();
            case "bargauge" -> new PreviewTiles(panel, series).bars();
            case "timeseries" -> new PreviewChart(panel, series, marks).html(asker.from(), asker.to(), width, height);
            case "state-timeline" -> new PreviewStates(panel, series).html(asker.from(), asker.to(), width, height);
            case "heatmap" -> new PreviewHeat(panel, shown.first()).html(asker.from(), asker.to(), width, height);
            case "table" -> new PreviewTable(shown).html();
            default -> throw new AssertionError("no preview of " + shown.panel().type());
        };
    }
}
