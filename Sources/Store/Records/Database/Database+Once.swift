import Conversation
import Document
import Engine
import FoundationEssentials
import SQL

extension Database {
    /// Does what a request asks and writes down that it was done, in one transaction; a request that was done before gets
    /// its first answer. A request that changed nothing is not written down, and may be made again.
    ///
    /// Throws `refusedCall` when the id was another request's.
    func once(
        _ errand: Errand, locking days: Set<Day>,
        _ body: @escaping @Sendable (SQLTransaction) throws -> Appointment
    ) async throws(StoreError) -> Appointment {
        let now = errand.now
        guard let call = errand.request.call(plannedAt: now) else { throw .invalid("tool for writing") }
        try call.validate(session: errand.session)
        return try await writing { transaction in
            try transaction.lock(Set(days.map(WriteLock.day)).union([.call(call.id)]))
            let known = try transaction.toolCall(call.id)
            if let known, let done = try Self.answer(of: known, to: call) { return done }
            let appointment = try body(transaction)
            let answer = try JSON(encoding: ToolAnswer.appointment(appointment))
            // The transaction is the run: until it is committed nothing has happened, whatever the ledger said before.
            let running =
                known.map { $0.state == .planned ? $0.beginning(at: now) ?? $0 : $0 } ?? call.beginning(at: now)
            guard let done = try running?.changed(.succeed(answer), at: now) else {
                throw StoreError.refusedCall("it cannot begin")
            }
            if known == nil {
                try transaction.insert(done, of: errand.session)
            } else {
                try transaction.update(done)
            }
            return appointment
        }
    }

    /// What a call gave that was done before; `nil` when it was not.
    private static func answer(of known: ToolCall, to call: ToolCall) throws -> Appointment? {
        let isFromBefore = known.name == call.name && known.arguments.isNull
        guard isFromBefore || known.asksTheSame(as: call) else { throw StoreError(.differentCall(id: call.id)) }
        switch known.state {
        case .planned, .running, .unknown: return nil
        case .failed: throw StoreError(.mayNotRun(id: call.id, state: known.state.name))
        case .succeeded(let result):
            guard case .appointment(let appointment)? = try? result.decoded(as: ToolAnswer.self) else {
                throw StoreError.corrupt("a tool call")
            }
            return appointment
        }
    }
}
