import Dialogue
import Timing

/// What holds in every conversation (turn-taking §2 and §4).
extension Scenario {
    var brokenLaws: [String] {
        brokenTurns + brokenRevisions + brokenYielding + brokenSound + brokenHistory + brokenEnd
    }

    /// One question a turn, one reply a question, and no sound of it before.
    private var brokenTurns: [String] {
        var broken: [String] = []
        var (asked, replied, last): (Set<Int>, Set<Int>, Int) = ([], [], 0)
        for entry in log {
            switch entry.effect {
            case .ask(_, let turn), .askAgain(let turn):
                if !asked.insert(turn).inserted { broken.append("turn \(turn) was asked twice") }
                if turn < last { broken.append("turn \(turn) was asked after \(last)") }
                last = turn
            case .speak(let utterance):
                guard case .reply(let turn) = utterance.purpose, !utterance.isResumed else { continue }
                if !asked.contains(turn) { broken.append("a reply to turn \(turn), which was not asked") }
                if !replied.insert(turn).inserted { broken.append("two replies to turn \(turn)") }
            default: break
            }
        }
        return broken
    }

    /// A turn's revisions count up by one, a soft end and the end belong to the present one, and nothing is heard in a turn
    /// that is over.
    private var brokenRevisions: [String] {
        var broken: [String] = []
        var revisions: [Int: Int] = [:]
        var over: Set<Int> = []
        var isSoft: Set<Int> = []
        for entry in log {
            switch entry.effect {
            case .listen(_, let turn):
                if over.contains(turn) { broken.append("turn \(turn) is heard after its end") }
            case .softEnd(let turn, let revision):
                if revision != revisions[turn] ?? 0 || !isSoft.insert(turn).inserted || over.contains(turn) {
                    broken.append("soft end of \(turn), \(revision) at \(entry.time)")
                }
            case .reopen(let turn, let revision):
                if revision != (revisions[turn] ?? 0) + 1 || isSoft.remove(turn) == nil || over.contains(turn) {
                    broken.append("turn \(turn) goes on as \(revision) at \(entry.time)")
                }
                revisions[turn] = revision
            case .endOfUtterance(let turn, let revision):
                if revision != revisions[turn] ?? 0 || !over.insert(turn).inserted {
                    broken.append("end of \(turn), \(revision) at \(entry.time)")
                }
            case .prepare(_, let turn, let revision):
                if revision != revisions[turn] ?? 0 || over.contains(turn) {
                    broken.append("work on \(turn), \(revision) at \(entry.time)")
                }
            default: break
            }
        }
        return broken
    }

    /// The voice goes down and comes back up in turn, and what is held goes on or is dropped, before 320 ms are over.
    private var brokenYielding: [String] {
        var broken: [String] = []
        var isDucked = false
        var (held, ducked): (Int?, Int) = (nil, 0)
        for entry in log {
            switch entry.effect {
            case .duck(let isDown):
                if isDown == isDucked { broken.append("ducks twice at \(entry.time)") }
                (isDucked, ducked) = (isDown, entry.time)
            case .hold:
                if held != nil { broken.append("holds twice at \(entry.time)") }
                if !isDucked { broken.append("holds at full voice at \(entry.time)") }
                held = entry.time
            case .resume, .clearPlayout:
                if case .resume = entry.effect, held == nil {
                    broken.append("resumes what is not held at \(entry.time)")
                }
                if let since = held, entry.time - since > 320 { broken.append("held from \(since) to \(entry.time)") }
                held = nil
            default: break
            }
        }
        if let held, now - held > 320 { broken.append("still held since \(held)") }
        if isDucked, now - ducked > 640 { broken.append("still ducked since \(ducked)") }
        if impossibleRewinds > 0 { broken.append("\(impossibleRewinds) rewinds further than was played") }
        return broken
    }

    /// Sound leaves without gaps: each piece goes on where the last ended, or before.
    private var brokenSound: [String] {
        var broken: [String] = []
        for (_, utterance) in spoken {
            var position = 0
            for sound in playout.sounds(of: utterance.id) {
                if sound.range.lowerBound > position { broken.append("\(utterance.text): skips at \(sound.time)") }
                if sound.range.lowerBound < position, !isWordStart(sound.range.lowerBound, of: utterance) {
                    broken.append("\(utterance.text): goes on inside a word, at \(sound.range.lowerBound)")
                }
                position = sound.range.upperBound
            }
        }
        return broken
    }

    /// Exactly, where the synthesiser gives times; within a word, where it does not.
    private func isWordStart(_ position: Int, of utterance: Utterance) -> Bool {
        guard synthesizer.timesWords, synthesizer.breaksAfter == nil else { return true }
        // The blank behind a word belongs to the next one, or to none.
        return ScriptedSynthesizer.words(of: utterance.text).contains {
            abs($0.lowerBound - position) <= ScriptedSynthesizer.letter
        }
    }

    /// What was heard is what was played, to the word.
    private var brokenHistory: [String] {
        var broken: [String] = []
        let ids = heard.map(\.utterance.id)
        if Set(ids).count != ids.count { broken.append("heard twice: \(ids)") }
        for one in heard {
            let words = ScriptedSynthesizer.words(of: one.utterance.text)
            let furthest = playout.furthest(one.utterance.id)
            let truth = words.filter { ($0.lowerBound + $0.upperBound) / 2 <= furthest }.count
            let claimed = one.text.split(separator: " ").count
            if one.isComplete, one.text != one.utterance.text { broken.append("whole, but not: \(one.text)") }
            if one.isComplete, furthest != ScriptedSynthesizer.duration(of: one.text) {
                broken.append("whole, but played to \(furthest): \(one.text)")
            }
            if !one.utterance.text.hasPrefix(one.text) { broken.append("never said: \(one.text)") }
            if abs(claimed - truth) > 1 { broken.append("\(claimed) words heard of \(truth): \(one.utterance.text)") }
        }
        for (_, utterance) in spoken where !ids.contains(utterance.id) && !ends.isEmpty {
            broken.append("not reported: \(utterance.text)")
        }
        return broken
    }

    /// Nothing follows the end of the call, and there is one.
    private var brokenEnd: [String] {
        guard let end = ends.first else { return [] }
        var broken: [String] = []
        if ends.count > 1 { broken.append("ended twice") }
        if log.last?.effect != .endCall(end.value) { broken.append("goes on after the end") }
        if dialogue.timeout != nil { broken.append("waits after the end") }
        return broken
    }
}
