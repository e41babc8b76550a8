/// That a supervisor's instruction went into a reply.
package struct GuidanceUse: Hashable, Sendable, Codable {
    package let command: String
    package let effect: Guidance.Effect

    package init(command: String, effect: Guidance.Effect) {
        self.command = command
        self.effect = effect
    }
}
