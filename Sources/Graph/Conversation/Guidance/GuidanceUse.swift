/// That a supervisor's instruction went into a reply.
package struct GuidanceUse: Hashable, Sendable, Codable {
    package let command: String
    package let effect: Guidance.Effect
}
