/// Something that the agent says in one go.
package struct Utterance: Hashable, Sendable {
    /// What it is for.
    package enum Purpose: Hashable, Sendable {
        case greeting
        case reply(turn: Int)
        case announcement(id: String, Announcement.Priority)
        /// "One moment": the reply takes long.
        case holding
        /// Something failed.
        case apology
        /// The caller was not understood.
        case repair
        /// Nobody has spoken for a while.
        case silencePrompt
        case farewell
        /// People want it said.
        case controlled(ControlledSpeech)
    }

    /// Unique within the call.
    package let id: Int
    /// The playout buffer's generation that it belongs to; set when it is begun.
    package internal(set) var generation: Int
    package let text: String
    package let purpose: Purpose
    package let isInterruptible: Bool
    /// Set when the call ends once this was heard.
    package let ending: EndReason?
    /// The rest of an utterance that was interrupted for nothing.
    package let isResumed: Bool

    init(
        id: Int, text: String, purpose: Purpose, isInterruptible: Bool = true, ending: EndReason? = nil,
        isResumed: Bool = false
    ) {
        self.id = id
        generation = 0
        self.text = text
        self.purpose = purpose
        self.isInterruptible = isInterruptible
        self.ending = ending
        self.isResumed = isResumed
    }
}
