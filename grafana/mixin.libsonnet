// Rules and dashboards for jsonnet: the library path has to hold the folder `prometheus` (-J deploy, in the archive -J examples).
local yaml(text) =
  // One document; without a line of dashes parseYaml gives an object, with several an array.
  local parsed = std.parseYaml(text);
  if std.isArray(parsed) then parsed[0] else parsed;

{
  _config:: {
    // What links to runbooks and to dashboards begin with, such as https://docs.example.com/runbooks/ and https://grafana.example.com
    runbooks: 'docs/runbooks/',
    grafana: '',
  },

  local config = self._config,

  local linked(rule) =
    if std.objectHas(rule, 'alert') then
      rule {
        annotations+: {
          runbook_url: std.strReplace(rule.annotations.runbook_url, 'docs/runbooks/', config.runbooks),
          dashboard_url: config.grafana + rule.annotations.dashboard_url,
        },
      }
    else rule,

  local alerts = yaml(importstr 'prometheus/alerts.yml'),
  local recording = yaml(importstr 'prometheus/recording.yml'),

  prometheusAlerts+:: {
    groups+: [group { rules: std.map(linked, group.rules) } for group in alerts.groups],
  },

  prometheusRules+:: {
    groups+: recording.groups,
  },

  grafanaDashboards+:: {
    'offlist-address.json': import 'dashboards/offlist-address.json',
    'offlist-daemon.json': import 'dashboards/offlist-daemon.json',
    'offlist-list.json': import 'dashboards/offlist-list.json',
    'offlist-overview.json': import 'dashboards/offlist-overview.json',
    'offlist-pool.json': import 'dashboards/offlist-pool.json',
    'offlist-recipients.json': import 'dashboards/offlist-recipients.json',
    'offlist-removal.json': import 'dashboards/offlist-removal.json',
  },
}
