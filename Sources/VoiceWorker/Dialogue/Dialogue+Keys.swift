import Timing

/// What the caller dials, and what others in the room say.
extension Dialogue {
    /// Keys that are gathered at most; then they are taken as a whole.
    private static let mostKeys = 32
    /// Words of others that wait at most; beyond that, the newest are dropped.
    private static let asidesLimit = 8

    // MARK: Keys

    /// Digits gather until `#` or a pause, and are then the caller's words; the first silences the agent, for nobody presses
    /// a key by way of listening. Other keys mean nothing.
    mutating func takeKey(_ key: Character, now: Instant) {
        guard phase == .active else { return }
        guard key != "#" else { return flushKeys(now: now) }
        guard key.isASCII, key.isNumber || key == "*" else { return }
        if keys.isEmpty, speaking?.utterance.isInterruptible == true { interrupt() }
        keys.append(key)
        keysDue = now + turnTaking.keyPause
        if keys.count >= Self.mostKeys { flushKeys(now: now) }
    }

    mutating func flushKeys(now: Instant) {
        let dialled = keys.map { $0 == "*" ? "star" : String($0) }.joined(separator: " ")
        (keys, keysDue) = ("", nil)
        takeTyped(dialled, now: now)
    }

    // MARK: Others

    mutating func takeAside(_ text: String, speaker: String) {
        guard phase == .active, asides.count < Self.asidesLimit, !CallerWords.plain(text).isEmpty else { return }
        // One turn for what one person says in a row.
        if asides.last?.speaker == speaker {
            asides[asides.count - 1].text += " " + text
        } else {
            asides.append(Aside(speaker: speaker, text: text))
        }
    }

    /// Somebody else's words are a turn of their own, when the floor is free and nothing is left to be said to the caller.
    mutating func commitAside(now: Instant) {
        guard let aside = asides.first, isFloorFree, keys.isEmpty, interrupted == nil, queue.allSatisfy(\.isNews) else {
            return
        }
        asides.removeFirst()
        turn += 1
        words = [CallerWords(turn: turn, text: aside.text, spokenUntil: now)]
        timings = nil
        commitWords(now: now)
    }
}
