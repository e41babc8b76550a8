import Timing

// The connection: made, kept alive, made again.
extension DeepgramListening {
    /// Samples in one message: half a second.
    private static let longestMessage = 8000

    mutating func dial() -> [Output] {
        link = .dialing
        return [.dial]
    }

    mutating func opened(now: Instant) -> [Output] {
        guard case .dialing = link else { return [] }
        link = .open
        sent = 0
        keptStart = 0
        utteranceStart = 0
        nonsense = 0
        interim = ""
        lastSentAt = now
        var outputs: [Output] = []
        for start in stride(from: 0, to: kept.count, by: Self.longestMessage) {
            outputs += send(Array(kept[start..<min(kept.count, start + Self.longestMessage)]), now: now)
        }
        if finishing != nil { outputs += finalize(now: now) }
        return outputs
    }

    mutating func lost(_ error: SpeechError, now: Instant) -> [Output] {
        switch link {
        case .open, .dialing: break
        case .down, .resting, .givenUp: return []
        }
        interim = ""
        finishing?.finalizedAt = nil
        failures += 1
        guard failures < Self.attempts, Self.mayPass(error) else {
            link = .givenUp(error)
            return conclude(.failure(error), now: now)
        }
        // 250 ms, 500 ms, 1 s, 2 s, and up to as much again.
        let rest = Duration.milliseconds(250 << (failures - 1))
        link = .resting(until: now + rest + rest * luck)
        return []
    }

    /// Whether trying again can help: a wrong key stays wrong.
    private static func mayPass(_ error: SpeechError) -> Bool {
        switch error {
        case .refused(let status): status >= 500
        case .limited: false
        default: true
        }
    }

    mutating func elapsed(now: Instant) -> [Output] {
        var outputs: [Output] = []
        if case .resting(let until) = link, now >= until { outputs += dial() }
        if let finishing, now >= finishing.deadline { return outputs + giveUpWaiting(now: now) }
        if let asked = finishing?.finalizedAt, interim.isEmpty, now >= asked + Self.patience {
            outputs += conclude(now: now)
        }
        if case .open = link, let last = lastSentAt, now >= last + Self.silence {
            outputs.append(control("KeepAlive", now: now))
        }
        return outputs
    }

    /// A connection that does not answer in time is not asked again.
    private mutating func giveUpWaiting(now: Instant) -> [Output] {
        var outputs: [Output] = []
        switch link {
        case .open, .dialing:
            outputs.append(.hangUp)
            link = .down
        case .down, .resting, .givenUp: break
        }
        return outputs + conclude(.failure(.timedOut), now: now)
    }

    /// Something that is no message of this protocol; a connection that goes on like that is of no use.
    mutating func garbled(now: Instant) -> [Output] {
        nonsense += 1
        guard case .open = link, nonsense >= 10 else { return [] }
        return [.hangUp] + lost(.malformed("not what listen sends"), now: now)
    }

    /// Asks for the rest of the words.
    mutating func finalize(now: Instant) -> [Output] {
        finishing?.finalizedAt = now
        return [control("Finalize", now: now)]
    }

    mutating func send(_ samples: [Int16], now: Instant) -> [Output] {
        sent += samples.count
        lastSentAt = now
        let bytes = unsafe samples.map(\.littleEndian).withUnsafeBytes { unsafe Array($0) }
        return [.send(.binary(bytes))]
    }

    mutating func control(_ type: String, now: Instant) -> Output {
        lastSentAt = now
        return .send(.text("{\"type\":\"\(type)\"}"))
    }
}
