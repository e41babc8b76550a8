import Foundation

/// Where traces go, by the variables that OpenTelemetry gave names to.
package struct ExporterSettings: Sendable {
    package let url: String
    package let service: String
    /// Sent with every message; may hold a key, and is not printed.
    package let fields: [(name: String, value: String)]

    /// `nil` when no collector is named.
    ///
    /// | variable | meaning |
    /// | --- | --- |
    /// | `OTEL_EXPORTER_OTLP_ENDPOINT` | the collector, as in `http://127.0.0.1:4318`; `/v1/traces` is appended |
    /// | `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT` | the whole address instead |
    /// | `OTEL_EXPORTER_OTLP_HEADERS` | header fields, as in `api-key=secret,tenant=a`, percent-encoded |
    /// | `OTEL_SERVICE_NAME` | what traces call this program; `parley` |
    package init?(_ environment: [String: String]) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let whole = value("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") {
            url = whole
        } else if let base = value("OTEL_EXPORTER_OTLP_ENDPOINT") {
            url = (base.hasSuffix("/") ? String(base.dropLast()) : base) + "/v1/traces"
        } else {
            return nil
        }
        guard url.hasPrefix("http://") || url.hasPrefix("https://") else { return nil }
        service = value("OTEL_SERVICE_NAME") ?? "parley"
        fields = (value("OTEL_EXPORTER_OTLP_HEADERS") ?? "").split(separator: ",").compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingPrefix { $0 == " " } }
            guard parts.count == 2, let value = String(parts[1]).removingPercentEncoding else { return nil }
            // A line break would begin another field.
            guard !value.contains(where: \.isNewline), !parts[0].contains(where: \.isWhitespace) else { return nil }
            return (String(parts[0]), value)
        }
    }
}

extension ExporterSettings: CustomStringConvertible, CustomReflectable {
    package var description: String { "a collector of traces" }

    package var customMirror: Mirror { Mirror(self, children: ["service": service]) }
}
