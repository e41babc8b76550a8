/// What an utterance was understood to mean.
package struct Interpretation: Hashable, Sendable {
    package var intent: Intent
    /// 0…1.
    package var confidence: Double
    package var slots: HeardSlots

    package init(_ intent: Intent, _ confidence: Double, _ slots: HeardSlots = HeardSlots()) {
        self.intent = intent
        self.confidence = min(max(confidence, 0), 1)
        self.slots = slots
    }
}
