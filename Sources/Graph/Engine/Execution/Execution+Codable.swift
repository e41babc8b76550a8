import FoundationEssentials

/// `{"state", "path", "checkpoint"?, "interrupts", "cursors", "open", "gatherings", "next_number", "next_cursor"}`.
private enum ExecutionKey: String, CodingKey {
    case state, path, checkpoint, interrupts, cursors, open, gatherings
    case nextNumber = "next_number"
    case nextCursor = "next_cursor"
}

extension Execution: Encodable where State: Encodable, Effect: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: ExecutionKey.self)
        try fields.encode(state, forKey: .state)
        try fields.encode(path, forKey: .path)
        try fields.encodeIfPresent(checkpoint, forKey: .checkpoint)
        try fields.encode(interrupts, forKey: .interrupts)
        try fields.encode(cursors, forKey: .cursors)
        try fields.encode(open, forKey: .open)
        try fields.encode(gatherings, forKey: .gatherings)
        try fields.encode(nextNumber, forKey: .nextNumber)
        try fields.encode(nextCursor, forKey: .nextCursor)
    }
}

extension Execution: Decodable where State: Decodable, Effect: Decodable {
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: ExecutionKey.self)
        self.init(try fields.decode(State.self, forKey: .state))
        path = try fields.decode([String].self, forKey: .path)
        checkpoint = try fields.decodeIfPresent(Int.self, forKey: .checkpoint)
        interrupts = try fields.decode([Interrupt].self, forKey: .interrupts)
        cursors = try fields.decode([Cursor].self, forKey: .cursors)
        open = try fields.decode([OpenRequest<Effect>].self, forKey: .open)
        gatherings = try fields.decode([Gathering].self, forKey: .gatherings)
        nextNumber = try fields.decode(Int.self, forKey: .nextNumber)
        nextCursor = try fields.decode(Int.self, forKey: .nextCursor)
        if let fault {
            throw DecodingError.dataCorrupted(
                .init(codingPath: fields.codingPath + [fault.key], debugDescription: fault.reason))
        }
    }

    /// What no step can have left behind.
    private var fault: (key: ExecutionKey, reason: String)? {
        // Room to count on: these never come near the end of an integer.
        let range = 1...(1 << 53)
        guard range.contains(nextNumber) else { return (.nextNumber, "out of range") }
        guard range.contains(nextCursor) else { return (.nextCursor, "out of range") }
        guard checkpoint.map(range.contains) ?? true else { return (.checkpoint, "out of range") }
        guard open.count + interrupts.count <= Self.requestLimit else { return (.open, "too many") }
        guard cursors.count <= Self.cursorLimit else { return (.cursors, "too many") }
        guard gatherings.count <= Self.cursorLimit else { return (.gatherings, "too many") }
        let numbers = open.map(\.id.number) + interrupts.map(\.id.number) + gatherings.map(\.id.number)
        guard numbers.allSatisfy((1..<nextNumber).contains), Set(numbers).count == numbers.count else {
            return (.open, "numbers that were never given, or given twice")
        }
        let places = cursors.map(\.id)
        guard zip(places, places.dropFirst()).allSatisfy(<), places.allSatisfy((1..<nextCursor).contains) else {
            return (.cursors, "places that were never taken, or in disorder")
        }
        guard open.allSatisfy({ (1...1_000_000).contains($0.attempt) }) else { return (.open, "attempts out of range") }
        return waitFault
    }

    private var waitFault: (key: ExecutionKey, reason: String)? {
        let places = Set(cursors.map(\.id))
        guard open.allSatisfy({ places.contains($0.cursor) }) else { return (.open, "an answer nobody waits for") }
        guard interrupts.allSatisfy({ !$0.isPending || places.contains($0.cursor) }) else {
            return (.interrupts, "a question nobody waits for")
        }
        let joins = Set(gatherings.map(\.id))
        let branches = cursors.compactMap(\.branch) + gatherings.compactMap(\.branch)
        guard branches.allSatisfy({ joins.contains($0.gathering) }), gatherings.allSatisfy({ $0.isSound }) else {
            return (.gatherings, "a branch of no fan-out")
        }
        return nil
    }
}

extension Gathering {
    /// A fan-out lies within an older one, so that none lies within itself.
    fileprivate var isSound: Bool { branch.map { $0.gathering < id } ?? true }
}
