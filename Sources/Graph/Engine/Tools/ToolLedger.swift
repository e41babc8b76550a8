package import FoundationEssentials

/// The tool calls of a session, in the order they were planned.
///
/// 1. A writing call is started at most once per id, whatever is interrupted, resumed or killed.
/// 2. What is planned under a known id is the known call, or an error when it asks for something else.
///
/// Holds `capacity` calls. When it is full the oldest settled reading call gives way; a writing call is never forgotten, so
/// a ledger full of them takes no more.
package struct ToolLedger: Hashable, Sendable, Codable {
    package private(set) var calls: [ToolCall] = []
    private let capacity: Int

    package init(capacity: Int = 1024) {
        precondition(capacity > 0, "a ledger needs room for at least one call")
        self.capacity = capacity
    }

    package subscript(id: String) -> ToolCall? {
        position(of: id).map { calls[$0] }
    }

    /// Writes a call down, or finds it written.
    @discardableResult
    package mutating func plan(_ call: ToolCall) throws(ToolCallError) -> ToolCall {
        if let known = self[call.id] {
            guard known.asksTheSame(as: call) else { throw .differentCall(id: call.id) }
            return known
        }
        if calls.count >= capacity {
            guard let oldest = calls.firstIndex(where: { !$0.isWriting && $0.isSettled }) else {
                throw .full(calls.count)
            }
            calls.remove(at: oldest)
        }
        calls.append(call)
        return call
    }

    /// Changes a call; what it is then is to be stored before anything is done.
    @discardableResult
    package mutating func apply(_ change: ToolChange, to id: String, at time: Date) throws(ToolCallError) -> ToolCall {
        guard let position = position(of: id) else { throw .unknownCall(id: id) }
        calls[position] = try calls[position].applying(change, at: time)
        return calls[position]
    }

    /// What a process does first with a ledger it finds: whatever ran then may or may not have happened.
    package mutating func recover() {
        calls = calls.map { $0.lost() }
    }

    /// The calls that may be started: before the turn is certain only those that read.
    package func ready(isTurnCertain: Bool) -> [ToolCall] {
        calls.filter { $0.state == .planned && (isTurnCertain || !$0.isWriting) }
    }

    private func position(of id: String) -> Int? {
        calls.lastIndex { $0.id == id }
    }
}
