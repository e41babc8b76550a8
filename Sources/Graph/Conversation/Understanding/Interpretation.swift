/// What an utterance was understood to mean.
package struct Interpretation: Hashable, Sendable, Codable {
    package var intent: Intent
    /// 0…1.
    package var confidence: Double
    package var slots: HeardSlots
    /// What else the caller wants, in the order it was said: "… and how much is it?"
    package var also: [Intent]

    package init(_ intent: Intent, _ confidence: Double, _ slots: HeardSlots = HeardSlots(), also: [Intent] = []) {
        self.intent = intent
        self.confidence = min(max(confidence, 0), 1)
        self.slots = slots
        self.also = also
    }
}
