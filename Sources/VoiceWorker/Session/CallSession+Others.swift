import Audio
import Dialogue
import Document
import Logging
import Room
import Speech
import Timing

/// Several callers in one room: each is heard by an own recogniser, one has the floor.
extension CallSession {
    /// Callers who are heard beside the one who has the floor; more are heard when one of them has left.
    private static let mostOthers = 5
    /// A key that comes by message and as a tone comes both ways within this time.
    private static let sameKey = Duration.milliseconds(500)

    /// Has exactly the callers heard who are there.
    func matchOthers() {
        let present = watch.others
        for (identity, other) in others where !present.contains(where: { $0.identity == identity }) {
            other.finish()
            other.ear.close(isFinal: false)
            others[identity] = nil
        }
        for caller in present {
            if others[caller.identity]?.track == caller.track { continue }
            guard others[caller.identity] == nil else {
                others[caller.identity]?.track = caller.track
                others[caller.identity]?.voice.reset()
                continue
            }
            guard others.count < Self.mostOthers else {
                logger.warning("one of many callers is not heard", metadata: ["identity": "\(caller.identity)"])
                continue
            }
            admit(caller.identity, caller.track)
        }
    }

    private func admit(_ identity: String, _ track: String) {
        guard let other = bystander(identity, track: track) else { return }
        let ear = other.ear
        others[identity] = other
        elsewhere {
            await ear.run { [weak self] report in await self?.hear(report, by: ear, of: identity) }
        }
        logger.info("another caller is heard beside", metadata: ["identity": "\(identity)"])
    }

    // MARK: Voices

    func listenToOthers(now: Instant) {
        for other in Array(others.values) {
            switch other.listen(now: now) {
            case .none: break
            case .key(let key): press(key, isHeard: true, now: now)
            case .began(let preRoll):
                if floor.begin(other.identity) { giveFloor(to: other, preRoll, now: now) }
            }
        }
    }

    /// The other is answered from the first of their words on; who had the floor is heard beside.
    private func giveFloor(to other: Bystander, _ preRoll: [Int16], now: Instant) {
        guard let before = watch.identity, let track = watch.track, watch.listen(to: other.identity) else { return }
        other.yieldUtterance()
        swap(&callerVoice, &other.voice)
        others[other.identity] = nil
        (other.identity, other.track) = (before, track)
        others[before] = other
        logger.info("another caller has the floor", metadata: ["identity": "\(watch.identity ?? "")"])
        journal.note("floor", ["participant": .string(watch.identity ?? ""), "before": .string(before)])
        tell(.callerChanged, now: now)
        let size = AudioFrame.sampleCount(at: CallerVoice.rate)
        for start in stride(from: 0, through: preRoll.count - size, by: size) {
            tell(.frame(Array(preRoll[start..<start + size]), .speech), now: now)
        }
    }

    /// Who had the floor has left: the next caller is answered.
    func succeed() {
        guard let next = watch.identity, let other = others.removeValue(forKey: next) else {
            return callerVoice.reset()
        }
        other.finish()
        other.ear.close(isFinal: false)
        swap(&callerVoice, &other.voice)
        tell(.callerChanged, now: .monotonic())
    }

    // MARK: Words

    /// - Parameter first: whose ear it was at first; who has the floor may have changed since.
    private func hear(_ report: Ear.Report, by ear: Ear, of first: String) {
        guard !isOver else { return }
        let speaker = others.values.first { $0.ear === ear }?.identity ?? first
        switch report {
        case .partial: break
        case .words(let text, let turn, _):
            guard !text.isEmpty else { return }
            let attributes = attributes(
                of: "\(speaker)-\(turn)", track: others[speaker]?.track, isFinal: true)
            send(text, attributes, onBehalfOf: speaker)
            journal.note("aside", ["participant": .string(speaker), "content": .string(text)])
            tell(.aside(text, speaker: speaker), now: .monotonic())
        case .failed(let reason, _):
            logger.warning("another caller was not understood", metadata: ["reason": "\(reason)"])
        }
    }

    // MARK: Keys

    /// A key that a telephone's gateway tells us of.
    func press(_ tone: DTMFTone) {
        guard watch.isCaller(tone.participantIdentity), let key = tone.key else { return }
        press(key, isHeard: false, now: .monotonic())
    }

    /// - Parameter isHeard: as a tone in the sound, which may have been told as a message as well.
    func press(_ key: Character, isHeard: Bool, now: Instant) {
        if let last = lastKey, last.key == key, last.isHeard != isHeard, now - last.at < Self.sameKey {
            lastKey = nil
            return
        }
        lastKey = (key, isHeard, now)
        tell(.key(key), now: now)
    }
}

extension DTMFTone {
    /// 0 to 9, `*`, `#`, A to D; `nil` for anything else.
    package var key: Character? {
        let keys = Array("0123456789*#ABCD")
        if digit.count == 1, let key = digit.uppercased().first, keys.contains(key) { return key }
        return digit.isEmpty && code < 16 ? keys[Int(code)] : nil
    }
}
