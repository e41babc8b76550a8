/// What a `SpeechCounter` made of a frame.
package enum SpeechEvent: Hashable, Sendable {
    /// Nobody speaks.
    case quiet
    /// An utterance began; `preRoll` holds its sound from before the decision, the present frame last.
    case started(preRoll: [Int16])
    /// The utterance goes on; silent frames inside it count.
    case continues
    /// The utterance goes on, and is now long enough to interrupt the agent.
    case bargeIn
    /// The silence after the utterance is long enough: it is over.
    case ended
}
