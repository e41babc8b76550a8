import Document
package import Engine
package import FoundationEssentials

/// The durable ledger of tool calls: what is about to be done is written down before it is done.
///
/// A call's id is unique for ever, across sessions. A writing call is begun at most once, whoever asks, after whatever
/// crash. Ids and sessions are at most 512 bytes, arguments and results at most 256 KiB of JSON.
package protocol ToolLedgerStore: Sendable {
    /// Writes a call down as running, unless it was begun before and may not be again.
    ///
    /// Throws `refusedCall` when the id belongs to a call with another name or other arguments.
    func begin(_ call: ToolCall, of session: String, at now: Date) async throws(StoreError) -> ToolStart

    /// Writes down how a call ended; the same end twice counts once. Throws `refusedCall` for a call that never began.
    @discardableResult
    func finish(_ id: String, _ change: ToolChange, at now: Date) async throws(StoreError) -> ToolCall

    /// A call by its id.
    func call(_ id: String) async throws(StoreError) -> ToolCall?

    /// A session's calls in the order they were begun, the newest 1000.
    func calls(of session: String) async throws(StoreError) -> [ToolCall]

    /// What a process does first with a session it takes over: whatever ran then may or may not have happened. Returns
    /// the calls that became `unknown`.
    @discardableResult
    func recover(_ session: String) async throws(StoreError) -> [ToolCall]
}

/// How many calls a list has at most.
let ledgerPage = 1000

extension ToolCall {
    /// The call as it begins; `nil` when it may not.
    func beginning(at now: Date) -> ToolCall? {
        try? applying(.start, at: now)
    }

    /// The call after a change.
    func changed(_ change: ToolChange, at now: Date) throws(StoreError) -> ToolCall {
        do { return try applying(change, at: now) } catch { throw StoreError(error) }
    }

    /// Throws `invalid` for what no ledger takes.
    func validate(session: String) throws(StoreError) {
        for text in [id, name, session] where text.utf8.contains(0) || text.utf8.count > 512 {
            throw .invalid("name of a tool call")
        }
        guard !id.isEmpty else { throw .invalid("id of a tool call") }
        guard arguments.data.count <= 256 << 10, (state.result?.data.count ?? 0) <= 256 << 10 else {
            throw .invalid("tool call: too large")
        }
    }
}

extension StoreError {
    /// Told without the call's id, which may name what was booked.
    init(_ error: ToolCallError) {
        switch error {
        case .mayNotRun(_, let state): self = .refusedCall("it is \(state) and may not run again")
        case .mayNotEnd(_, let state): self = .refusedCall("it is \(state) and cannot end")
        case .writesTooSoon: self = .refusedCall("it writes and has to wait until the turn is certain")
        case .differentCall: self = .refusedCall("its id belongs to a call with another name or other arguments")
        case .unknownCall: self = .refusedCall("it never began")
        case .full: self = .full("the ledger")
        }
    }
}
