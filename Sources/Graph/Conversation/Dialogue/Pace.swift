/// How fast the agent speaks.
package enum Pace: String, Hashable, Sendable, CaseIterable, Codable {
    case normal, slow
}
