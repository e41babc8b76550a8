package import Document

/// What a graph looks like in a document:
///
/// ```yaml
/// entry: receive
/// recursion_limit: 25
/// version: 1
/// nodes:
///   receive: {kind: reception}
///   brakes: {kind: inspection, with: {part: brakes}, timeout: 5, retry: {attempts: 3, backoff: 1}}
/// edges:
///   - {from: brakes, to: report}
///   - {from: receive, when: arrival, to: {car: inspect, talk: chat}}
///   - {from: inspect, fan_out: [brakes, engine], join: report, within: 60}
/// ```
///
/// Times are in seconds.
package enum GraphSchema {
    package static let document = Schema.object([
        .required("entry", .text), .optional("recursion_limit", .integer(1...10_000)),
        .optional("version", .integer(1...1_000_000)), .required("nodes", .map(of: node)),
        .optional("edges", .list(of: edge, count: 0...10_000)),
    ])

    /// What `with` holds is the kind's to say.
    static let node = Schema.object([
        .required("kind", .text), .optional("with", .anything), .optional("timeout", seconds),
        .optional("retry", retry),
    ])

    static let edge = Schema.object([
        .required("from", .text), .optional("to", .either(.text, .map(of: .text))), .optional("when", .text),
        .optional("fan_out", .list(of: .text, count: 1...32)), .optional("join", .text), .optional("within", seconds),
    ])

    static let retry = Schema.object([
        .required("attempts", .integer(1...1000)), .optional("backoff", seconds),
        .optional("growth", .number(1...100)), .optional("longest", seconds),
    ])

    /// At most a year.
    static let seconds = Schema.number(0...31_622_400)
}
