import Testing

/// A place that breaks a rule: file, line and what is wrong there.
struct Finding: CustomStringConvertible, Sendable {
    let description: String

    /// Fails the test once for every finding.
    static func report(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
        for finding in findings {
            Issue.record("\(finding.description)", sourceLocation: sourceLocation)
        }
    }
}
