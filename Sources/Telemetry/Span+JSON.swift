package import Document
import FoundationEssentials

extension Span {
    /// A message for `/v1/traces` (OTLP 1, JSON mapping: ids in hexadecimal, 64-bit numbers as texts, enumerations as
    /// numbers).
    package static func message(_ spans: [Span], service: String) -> JSON {
        [
            "resourceSpans": [
                [
                    "resource": ["attributes": attributes(["service.name": .string(service)])],
                    "scopeSpans": [["scope": ["name": "parley"], "spans": .array(spans.map(\.json))]],
                ]
            ]
        ]
    }

    private var json: JSON {
        var fields: [String: JSON] = [
            "traceId": .string(trace), "spanId": .string(id), "name": .string(name),
            // SPAN_KIND_INTERNAL
            "kind": 1, "startTimeUnixNano": Self.nanoseconds(start), "endTimeUnixNano": Self.nanoseconds(end),
            "attributes": Self.attributes(attributes),
        ]
        if let parent { fields["parentSpanId"] = .string(parent) }
        // STATUS_CODE_ERROR
        if isError { fields["status"] = ["code": 2] }
        return .object(fields)
    }

    private static func attributes(_ values: [String: JSON]) -> JSON {
        .array(
            values.sorted { $0.key < $1.key }.map { key, value in
                let typed: JSON =
                    switch value {
                    case .int(let number): ["intValue": .string("\(number)")]
                    case .bool(let flag): ["boolValue": .bool(flag)]
                    default: ["stringValue": .string(value.string ?? value.text)]
                    }
                return ["key": .string(key), "value": typed]
            })
    }

    /// Whole microseconds are exact; a double holds no more of a date.
    private static func nanoseconds(_ date: Date) -> JSON {
        .string("\(Int((date.timeIntervalSince1970 * 1e6).rounded()) * 1000)")
    }
}
