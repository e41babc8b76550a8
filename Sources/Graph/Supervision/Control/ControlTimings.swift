package import FoundationEssentials

/// How long things take at most, in seconds (control API §10.2–10.8).
package struct ControlTimings: Hashable, Sendable, Codable {
    /// A lease that is not renewed ends after this.
    package var leaseTerm: TimeInterval = 30
    /// What a lease may be asked for.
    package var leaseTerms: ClosedRange<TimeInterval> = 5...300
    /// After the holder was lost, before the agent goes on.
    package var grace: TimeInterval = 15
    /// How much longer the caller is held then, at most 60; 0: the agent goes on at once.
    package var holdWhenLost: TimeInterval = 0

    /// A caller who speaks when the agent is to wait is listened to for so long.
    package var endpointWait: TimeInterval = 5
    /// The end of a sentence is awaited for so long; then the agent stops at the next frame.
    package var sentenceWait: TimeInterval = 10
    /// After the order to stop at the next frame it counts as silent, if nobody says so.
    package var frameWait: TimeInterval = 2
    /// Words that are to be said before something else count as said after this.
    package var speechWait: TimeInterval = 15
    /// A whisper without an instruction ends after this.
    package var whisperLimit: TimeInterval = 120
    /// A pause is at most as long.
    package var pauseLimit: TimeInterval = 300
    /// The caller is held for a person who was called, at most as long.
    package var handoffLimit: TimeInterval = 60
    /// Seconds after the agent began to wait at which the caller is reassured; after the last, each time that many again
    /// as lie between the last and nothing: 20, 45, 90, 135 …
    package var reassurances: [TimeInterval] = [20, 45]
    package var reassuranceEvery: TimeInterval = 45
    /// When the agent goes on and the caller is speaking, it waits for the end of their words this long.
    package var callerWait: TimeInterval = 30
    /// After the end of the caller's words their text is awaited for so long.
    package var wordsWait: TimeInterval = 3
    /// The agent's first word after having waited comes within this, or it counts as come.
    package var firstWordWait: TimeInterval = 15

    /// A takeover fails when the person's microphone is not there after this.
    package var offerLimit: TimeInterval = 10
    /// A person talks when the agent is silent, or after this.
    package var flushWait: TimeInterval = 0.2
    /// A person whose microphone is gone may come back within this.
    package var reconnectWindow: TimeInterval = 5
    /// A running tool is awaited for so long at the end.
    package var toolWait: TimeInterval = 5
    /// The end that was ordered counts as come after this.
    package var endWait: TimeInterval = 30
    /// Seconds after a question to people at which the caller hears that it takes time.
    package var fillers: [TimeInterval] = [3, 12, 30]

    package init() {}
}
