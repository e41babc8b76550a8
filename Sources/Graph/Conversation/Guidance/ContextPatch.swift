package import Document

/// A supervisor's corrections of what is known: `{"booking_slots": {…}, "customer": {…}}` with the keys of document 004.
/// `null` forgets a value. All of it is taken, or nothing.
package struct ContextPatch: Sendable {
    private let fields: JSON
    let domain: Domain
    let now: LocalTime

    package init(_ fields: JSON, in domain: Domain, at now: LocalTime) {
        self.fields = fields
        self.domain = domain
        self.now = now
    }

    /// The state with the corrections in it, by the rules that a caller's own words obey.
    package func applied(to state: DialogueState) throws(ContextFault) -> DialogueState {
        guard case .object(let parts) = fields, !parts.isEmpty else {
            throw ContextFault(path: "context", reason: "malformed")
        }
        let before = state.conversation.bookingSlots
        var state = state
        for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
            guard case .object(let values) = part else { throw ContextFault(path: name, reason: "malformed") }
            switch name {
            case "booking_slots": try correct(&state.conversation.bookingSlots, values)
            case "customer": try correct(&state.conversation.customer, values)
            default: throw ContextFault(path: name, reason: "unknown")
            }
        }
        if state.conversation.bookingSlots != before { state.memory.reconsider() }
        return state
    }
}

extension DialogueMemory {
    /// What was looked up and read back for other slots holds no more.
    fileprivate mutating func reconsider() {
        (checkedSlot, checkedModel, checkedPhone, wish, suggestedDay) = (nil, nil, nil, nil, nil)
        offered = []
        if question == .confirmation { question = nil }
    }
}
