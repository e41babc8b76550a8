package import Conversation
import FoundationEssentials
package import Host

/// The world of one play, for whoever performs it otherwise than in words, as by voice. Its clock begins where the play's
/// does, and runs.
package struct Scene: Sendable {
    package let play: Play
    package let world: World
    private let clock: PlayClock
    private let responder: PlayResponder
    private let witness: ToolWitness
    private var book: AppointmentBook
    package private(set) var outcome = PlayOutcome()

    package init(_ play: Play, on stage: Stage) throws(StageError) {
        var domain = stage.domain
        if let zone = play.setting.zone.flatMap(TimeZone.init(identifier:)) { domain.timeZone = zone }
        let clock = PlayClock(play.setting.clock, in: domain.timeZone)
        let (responder, witness, began) = (PlayResponder(), ToolWitness(), Date())
        do {
            let database = try stage.database(domain.timeZone, clock.now)
            world = try World(
                database: database, domain: domain,
                clock: { clock.now.addingTimeInterval(Date().timeIntervalSince(began)) }, responder: responder,
                model: stage.model, witness: { witness.note($0, $1) })
            book = AppointmentBook(database: database, domain: domain)
        } catch {
            throw .cannotOpen("\(error)")
        }
        (self.play, self.clock, self.responder, self.witness) = (play, clock, responder, witness)
    }

    /// Makes what the play says was there before.
    package mutating func set() async throws(StageError) {
        for booked in play.setting.booked {
            for _ in 0..<booked.value.count { try await book.book(booked.value.pattern, now: clock.now) }
        }
        for full in play.setting.full { try await book.fill(full.value, now: clock.now) }
        outcome.before = try await book.rows()
        _ = witness.take()
    }

    /// Ends the search for a colleague, the one under way or the next.
    package func finish(_ end: TaskEnd) { responder.finish(end) }

    /// The clock moves on by so many seconds.
    package func move(by seconds: Int) { clock.move(by: seconds) }

    /// Others book what is left of a time.
    package mutating func take(_ pattern: AppointmentPattern) async throws(StageError) {
        try await book.exhaust(pattern, now: clock.now)
    }

    /// Notes what was said, and looks at what is booked in the end.
    /// - Parameters:
    ///   - said: the caller's words and the reply to them, turn by turn.
    ///   - state: the conversation's, in the end.
    package mutating func close(
        _ said: [(words: String?, reply: String)], _ state: ConversationState, isEnded: Bool
    ) async throws(StageError) {
        for call in witness.take() { book.note(call) }
        outcome.turns = said.map { PlayTurn(said: $0.words, reply: $0.reply, at: clock.wall) }
        (outcome.intent, outcome.slots, outcome.isEnded) = (state.detectedIntent, state.bookingSlots, isEnded)
        outcome.isEscalated = !state.pendingTasks.isEmpty || state.humanAgentStatus != nil
        outcome.after = try await book.rows()
    }
}
