package offlist.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A dashboard as Grafana 10 to 13 import it. */
record Board(
        String uid,
        String title,
        String description,
        List<Variable> variables,
        List<Mark> marks,
        List<Section> sections) {
    /** The tag by which the dashboards know each other. */
    static final String TAG = "offlist";

    private static final int SCHEMA = 42;

    Board {
        variables = List.copyOf(variables);
        marks = List.copyOf(marks);
        sections = List.copyOf(sections);
    }

    /** Panels under one heading, laid out from left to right. */
    record Section(String title, List<Panel> panels) {
        Section {
            panels = List.copyOf(panels);
        }

        static Section of(String title, Panel... panels) {
            return new Section(title, List.of(panels));
        }
    }

    static ObjectNode dataSource() {
        return JsonNodeFactory.instance.objectNode().put("type", "prometheus").put("uid", "${datasource}");
    }

    ObjectNode json() {
        ObjectNode board = JsonNodeFactory.instance.objectNode();
        board.putNull("id");
        board.put("uid", uid).put("title", title).put("description", description);
        board.putArray("tags").add(TAG);
        board.put("schemaVersion", SCHEMA).put("version", 1).put("editable", true);
        board.put("graphTooltip", 1).put("liveNow", false).put("weekStart", "").put("fiscalYearStartMonth", 0);
        board.put("timezone", "browser").put("refresh", "1m");
        board.putObject("time").put("from", "now-24h").put("to", "now");
        board.putObject("timepicker");
        ArrayNode annotations = board.putObject("annotations").putArray("list");
        marks.forEach(mark -> annotations.add(mark.json()));
        ArrayNode links = board.putArray("links");
        links.add(others());
        links.add(pages());
        ArrayNode list = board.putObject("templating").putArray("list");
        variables.forEach(variable -> list.add(variable.json()));
        layOut(board.putArray("panels"));
        return board;
    }

    private static ObjectNode others() {
        ObjectNode link = JsonNodeFactory.instance.objectNode();
        link.put("type", "dashboards")
                .put("title", "Offlist")
                .put("icon", "external link")
                .put("tooltip", "");
        link.putArray("tags").add(TAG);
        link.put("url", "").put("asDropdown", true).put("includeVars", true).put("keepTime", true);
        return link.put("targetBlank", false);
    }

    private static ObjectNode pages() {
        ObjectNode link = JsonNodeFactory.instance.objectNode();
        link.put("type", "link").put("title", "Pages").put("icon", "dashboard");
        link.put("tooltip", "Offlist's own pages: evidence, look-up and removal");
        link.putArray("tags");
        link.put("url", "${offlist_url}/").put("asDropdown", false).put("includeVars", false);
        return link.put("keepTime", false).put("targetBlank", true);
    }

    private void layOut(ArrayNode panels) {
        int id = 1;
        int y = 0;
        for (Section section : sections) {
            panels.add(heading(section.title(), id++, y++));
            int x = 0;
            int tallest = 0;
            for (Panel panel : section.panels()) {
                if (x + panel.width() > Panel.WIDE) {
                    y += tallest;
                    x = 0;
                    tallest = 0;
                }
                panels.add(panel.json(id++, x, y));
                x += panel.width();
                tallest = Math.max(tallest, panel.height());
            }
            y += tallest;
        }
    }

    private static ObjectNode heading(String title, int id, int y) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("type", "row").put("id", id).put("title", title).put("collapsed", false);
        row.putObject("gridPos").put("h", 1).put("w", Panel.WIDE).put("x", 0).put("y", y);
        row.putArray("panels");
        return row;
    }

    /** The variables of every dashboard, and these in between. */
    static List<Variable> with(Variable... more) {
        java.util.ArrayList<Variable> all = new java.util.ArrayList<>(List.of(
                new Variable.DataSource(),
                new Variable.Label("job", "Job", "offlist_build_info", true),
                new Variable.Label("instance", "Instance", "offlist_build_info{job=~'$job'}", true)));
        all.addAll(List.of(more));
        all.add(new Variable.Pages());
        return all;
    }
}
