package import FoundationEssentials

/// What is to be known of a call at a glance: how the caller feels, how long they wait, and who needs help most.
package struct Mood: Hashable, Sendable {
    package private(set) var sentiment = Sentiment()
    /// The caller's last words.
    package private(set) var lastWords: String?
    private var signals = Satisfaction.Signals()
    /// When the caller's words were over that nobody has answered.
    private var waitingSince: Date?
    private var agentSpeaks = false
    /// The newest 32.
    private var bargeIns: [Date] = []

    package init() {}

    package mutating func callerBegan(at now: Date) {
        waitingSince = nil
        if agentSpeaks { bargeIns = bargeIns.suffix(31) + [now] }
    }

    package mutating func callerSaid(_ text: String, confidence: Double = 1, at now: Date) {
        let wording = Wording(text)
        sentiment.hear(SentimentLexicon.score(text), words: wording.count, confidence: confidence, at: now)
        lastWords = String(text.prefix(200))
        waitingSince = waitingSince ?? now
        if wording.has(any: ["thank you", "thanks", "thank"]) { signals.hasThanked = true }
        if wording.has(any: ["say that again", "repeat that", "pardon", "what did you say", "i already told you"]) {
            signals.repeats += 1
        }
    }

    package mutating func agentBegan() {
        agentSpeaks = true
        waitingSince = nil
    }

    package mutating func agentEnded() {
        agentSpeaks = false
    }

    /// Seconds the caller has waited for a word; 0 while anybody talks.
    package func wait(at now: Date) -> TimeInterval {
        waitingSince.map { max(0, now.timeIntervalSince($0)) } ?? 0
    }

    package func satisfaction(_ state: DialogueState, at now: Date) -> Satisfaction {
        var signals = signals
        signals.sentiment = sentiment.score(at: now)
        signals.words = sentiment.words
        signals.progress = state.progress
        signals.clarifications = state.memory.misses + state.memory.puzzles
        signals.wait = wait(at: now)
        signals.bargeIns = bargeIns.filter { now.timeIntervalSince($0) <= 60 }.count
        signals.asksForPerson =
            state.conversation.escalationInProgress || state.conversation.detectedIntent == Intent.escalation.wireName
        return Satisfaction(signals)
    }

    /// Who is to be looked at first, 0…100: a dissatisfied caller, who waits, wants a person, or for whom the agent asked one.
    package func need(_ state: DialogueState, at now: Date) -> Double {
        var need = 100 - satisfaction(state, at: now).score
        need += min(20, wait(at: now))
        if state.conversation.escalationInProgress { need += 20 }
        if !state.memory.approvals.isEmpty { need += 20 }
        return min(100, max(0, need))
    }
}

extension DialogueState {
    /// How far the errand has come, 0…1: the share of what it takes that is known. 1 when there is an appointment.
    fileprivate var progress: Double {
        guard memory.isBooking else { return memory.appointments.isEmpty ? 0 : 1 }
        let slots = conversation.bookingSlots
        let known = [
            slots.serviceType, slots.preferredDate, slots.preferredTime, slots.customerName, slots.customerPhone,
        ]
        return Double(known.compactMap { $0 }.count) / Double(known.count)
    }
}
