/// What the nodes of one event have asked for, until the step takes it.
struct VisitRecord<Effect: Sendable>: Sendable {
    let isTraced: Bool
    /// The number of the next request.
    private(set) var nextNumber: Int
    private(set) var requests: [Request<Effect>] = []
    private(set) var interrupts: [Interrupt] = []
    /// Whether nothing was asked for.
    private(set) var isEmpty = true
    /// The fields written, each once, when traced.
    var fields: [String] = []

    init(isTraced: Bool, nextNumber: Int) {
        self.isTraced = isTraced
        self.nextNumber = nextNumber
    }

    mutating func ask(_ request: Request<Effect>) {
        requests.append(request)
        isEmpty = false
    }

    mutating func ask(_ interrupt: Interrupt) {
        interrupts.append(interrupt)
        isEmpty = false
    }

    /// Forgets what was asked for: the step has taken it.
    mutating func clear() {
        requests.removeAll(keepingCapacity: true)
        interrupts.removeAll()
        isEmpty = true
    }

    mutating func nextID() -> RequestID {
        defer { nextNumber += 1 }
        return RequestID(nextNumber)
    }

    /// Notes a field by its path without the type: `turn.lines`.
    mutating func note(_ field: AnyKeyPath) {
        let path = "\(field)"
        let name = String(path.drop { $0 != "." }.dropFirst())
        if !fields.contains(name) { fields.append(name) }
    }
}
