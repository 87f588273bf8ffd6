import LinecasterEngine

/// The daemon's metrics in the text form of Prometheus.
struct MetricsPage {
    let monitor: Monitor
    /// Files in the inboxes, claims that nobody has taken, and files that failed and lie there.
    let waiting: Int
    let claims: Int
    let failed: Int
    let usage = ProcessUsage()

    var text: String {
        let counts = monitor.metrics.counts
        var page = PrometheusText()
        page.metric("linecaster_build_info", .gauge, "The version of the program; always 1.")
        page.sample("linecaster_build_info", [("version", kitVersion)], 1)
        articles(counts, &page)
        queues(&page)
        reloads(counts, &page)
        process(&page)
        return page.text
    }

    private func articles(_ counts: ServiceMetrics.Counts, _ page: inout PrometheusText) {
        page.metric("linecaster_articles_total", .counter, "Articles by pipeline and by what became of them.")
        for (label, count) in counts.articles.sorted(by: { $0.key < $1.key }) {
            page.sample("linecaster_articles_total", [("pipeline", label.pipeline), ("outcome", label.what)], count)
        }
        page.metric("linecaster_source_bytes_total", .counter, "Bytes of the sources of articles that were done.")
        for (pipeline, bytes) in counts.sourceBytes.sorted(by: { $0.key < $1.key }) {
            page.sample("linecaster_source_bytes_total", [("pipeline", pipeline)], bytes)
        }
        page.metric("linecaster_stage_failures_total", .counter, "Articles that failed, by pipeline and stage.")
        for (label, count) in counts.stageFailures.sorted(by: { $0.key < $1.key }) {
            page.sample("linecaster_stage_failures_total", [("pipeline", label.pipeline), ("stage", label.what)], count)
        }
        page.metric("linecaster_retries_total", .counter, "Further tries of articles after an error that may pass.")
        page.sample("linecaster_retries_total", [], counts.retries)
        page.metric("linecaster_article_duration_seconds", .histogram, "Seconds from the beginning of work on an article to its result.")
        for (pipeline, histogram) in counts.articleSeconds.sorted(by: { $0.key < $1.key }) {
            page.samples("linecaster_article_duration_seconds", [("pipeline", pipeline)], histogram)
        }
        page.metric("linecaster_stage_duration_seconds", .histogram, "Seconds that a stage took for an article.")
        for (label, histogram) in counts.stageSeconds.sorted(by: { $0.key < $1.key }) {
            page.samples("linecaster_stage_duration_seconds", [("pipeline", label.pipeline), ("stage", label.what)], histogram)
        }
    }

    private func queues(_ page: inout PrometheusText) {
        let gauges = [
            ("linecaster_inbox_files", "Files in the inboxes that are not claimed.", waiting),
            ("linecaster_claimed_files", "Files that are claimed and wait for a worker.", claims),
            ("linecaster_active_articles", "Articles in work.", monitor.progress.articles),
            ("linecaster_failed_files", "Files that failed and lie in the folder for them.", failed),
        ]
        for (name, help, value) in gauges {
            page.metric(name, .gauge, help)
            page.sample(name, [], value)
        }
    }

    private func reloads(_ counts: ServiceMetrics.Counts, _ page: inout PrometheusText) {
        page.metric("linecaster_reloads_total", .counter, "Reloads of the pipelines, by whether they went well.")
        for succeeded in [true, false] {
            page.sample("linecaster_reloads_total", [("result", succeeded ? "success" : "failure")], counts.reloads[succeeded, default: 0])
        }
        page.metric("linecaster_last_reload_successful", .gauge, "Whether the last reload went well; 1 before the first.")
        page.sample("linecaster_last_reload_successful", [], counts.lastReload.succeeded ? 1 : 0)
        page.metric("linecaster_last_reload_success_timestamp_seconds", .gauge, "When the pipelines in use were read.")
        page.sample("linecaster_last_reload_success_timestamp_seconds", [], Double(counts.lastReload.time) / 1000)
    }

    private func process(_ page: inout PrometheusText) {
        page.metric("process_cpu_seconds_total", .counter, "Seconds of processor time of the daemon.")
        page.sample("process_cpu_seconds_total", [], usage.cpuSeconds)
        page.metric("process_resident_memory_bytes", .gauge, "Resident memory of the daemon.")
        page.sample("process_resident_memory_bytes", [], usage.residentBytes)
        page.metric("process_open_fds", .gauge, "Open file descriptors of the daemon.")
        page.sample("process_open_fds", [], usage.openFiles)
        page.metric("process_start_time_seconds", .gauge, "When the daemon started, in seconds since 1970.")
        page.sample("process_start_time_seconds", [], Double(monitor.started) / 1000)
    }
}
