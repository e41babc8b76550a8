import Engine

/// The openings that were offered, and what the caller says to them.
struct Offers {
    private let offered: [OpenSlot]
    private let isAsked: Bool
    private let heard: Interpretation
    private let wording: Wording

    init(_ visit: ConversationVisit) {
        offered = visit.memory.offered
        isAsked = visit.memory.question == .time
        heard = visit.heard
        wording = Wording(visit.state.turn.text)
    }

    /// The one the caller takes: by its time, its day, its place, or by agreeing to the only one.
    var chosen: OpenSlot? {
        guard isAsked, !offered.isEmpty, heard.slots.isCorrection == false || heard.slots.time != nil else {
            return nil
        }
        if heard.slots.day != nil || heard.slots.time != nil { return named }
        if heard.intent == .affirm, offered.count == 1 { return offered[0] }
        return Ordinal.pick(from: offered, wording) ?? (isIndifferent ? offered[0] : nil)
    }

    /// The only one that fits the day and time that were named.
    private var named: OpenSlot? {
        let fitting = offered.filter { slot in
            (heard.slots.day == nil || heard.slots.day == slot.day) && (heard.slots.time?.admits(slot.time) ?? true)
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// Whether the soonest opening or any at all would do.
    var isAnything: Bool {
        if wording.has(any: Self.soonest) || wording.has(any: PhraseRule.openings) { return true }
        return isIndifferent && offered.isEmpty
    }

    private var isIndifferent: Bool { wording.has(any: Self.indifferent) && !wording.has(any: Self.particular) }

    /// In these "any" leaves nothing open.
    private static let particular: [Phrase] = ["any chance", "any problem", "any trouble", "any way", "any questions"]

    private static let soonest: [Phrase] = [
        "earliest", "soonest", "as soon as possible", "asap", "first available", "next available", "first opening",
        "next opening", "right away", "early as you", "early as i can", "soon as you can", "first thing you have",
        "as early as possible", "whatever is first",
    ]
    private static let indifferent: [Phrase] = [
        "any", "any time", "anytime", "any day", "either", "whichever", "whenever", "whatever", "doesn't matter",
        "don't care", "don't mind", "does not matter", "you choose", "you pick", "up to you", "flexible",
    ]
}
