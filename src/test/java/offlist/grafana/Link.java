package offlist.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a value leads: to another dashboard, or to a page of Offlist. */
record Link(String title, String url, boolean newWindow) {
    /** What the next dashboard shall show as this one does. */
    private static final String KEPT =
            "${__url_time_range}&${datasource:queryparam}&${job:queryparam}&${instance:queryparam}&${offlist_url:queryparam}";

    /** The field of this name: in a table a column, else a label of the series. */
    private static String field(String name, boolean table) {
        return table ? "${__data.fields." + name + "}" : "${__field.labels." + name + "}";
    }

    private static Link board(String title, String uid, String variable, String value) {
        return new Link(title, "/d/" + uid + "?" + KEPT + "&var-" + variable + "=" + value, false);
    }

    private static Link page(String title, String path) {
        return new Link(title, "${offlist_url}/" + path, true);
    }

    static Link[] address(boolean table) {
        String address = field("address", table);
        return new Link[] {
            board("Dashboard of the address", AddressBoard.UID, "address", address),
            page("Page of the address: evidence, look-up, removal", "addresses/" + address),
            page("Its removal tasks", "tasks?show=all&address=" + address)
        };
    }

    static Link[] list(boolean table) {
        String list = field("list", table);
        return new Link[] {
            board("Dashboard of the list", ListBoard.UID, "list", list),
            page("Page of the list: codes, look-up, removal", "lists/" + list),
            page("Its removal tasks", "tasks?show=all&list=" + list)
        };
    }

    static Link[] pool(boolean table) {
        String pool = field("pool", table);
        return new Link[] {
            board("Dashboard of the pool", PoolBoard.UID, "pool", pool),
            page("Addresses that may send", "pools/" + pool + "/allow")
        };
    }

    static Link tasks() {
        return page("Removal tasks", "tasks");
    }

    static Link refusals() {
        return page("Refusals", "refusals");
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("title", title)
                .put("url", url)
                .put("targetBlank", newWindow);
    }
}
