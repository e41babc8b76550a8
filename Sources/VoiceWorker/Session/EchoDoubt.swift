/// Whether what the microphone brings may be our own voice although the gauge does not know yet how that comes back.
///
/// The doubt begins with our first sound. It ends when the gauge is sure; when we spoke for a second and the microphone had no
/// voice, for then nothing comes back; and when we spoke for three seconds and nothing was found. In pauses of ours it
/// rests after 800 ms, the longest delay with a room behind it.
package struct EchoDoubt: Hashable, Sendable {
    /// Of our speech, in frames of 20 ms.
    private static let quiet = 50
    private static let longest = 150
    private static let memory = 40

    private var spoken = 0
    private var unanswered = 0
    private var sinceSound = Self.memory + 1
    private var isOver = false

    package init() {}

    package var isOpen: Bool { !isOver && sinceSound <= Self.memory }

    /// One frame: whether we sounded in it, whether there is a voice in the microphone, and whether the gauge is sure.
    package mutating func step(sounds: Bool, isVoice: Bool, isSure: Bool) {
        guard !isOver else { return }
        sinceSound = sounds ? 0 : min(sinceSound + 1, Self.memory + 1)
        if sounds { spoken += 1 }
        if isVoice { unanswered = 0 } else if sounds { unanswered += 1 }
        isOver = isSure || unanswered >= Self.quiet || spoken >= Self.longest
    }
}
