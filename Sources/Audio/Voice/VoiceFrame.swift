/// 20 ms of a caller, and everything that was made of them.
package struct VoiceFrame: Hashable, Sendable {
    package var samples: [Int16]
    package var activity: VoiceActivity
    /// A key of the caller's telephone, with the frame that makes it sure: 0 to 9, `*`, `#`, A to D. Once for each press.
    package var key: Character?

    package init(samples: [Int16], activity: VoiceActivity, key: Character? = nil) {
        self.samples = samples
        self.activity = activity
        self.key = key
    }
}
