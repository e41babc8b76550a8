import Engine
import FoundationEssentials

/// A graph with everything: a car is received, looked at by three people at once, its owner approves, parts are ordered.
struct Repair: Codable, Hashable, Sendable {
    /// What the parts department works on.
    struct Order: Codable, Hashable, Sendable {
        var parts = 0
        var notes: [String] = []
    }

    enum Arrival: String, CaseIterable, Sendable { case car, talk }
    enum Approval: String, CaseIterable, Sendable { case yes, no }

    var log: [String] = []
    var car: String?
    var talks = false
    var choice = "no"
    var order = Order()

    var arrival: Arrival { talks ? .talk : .car }
    var approval: Approval { choice == "yes" ? .yes : .no }
}

enum RepairEvent: GraphEvent, Codable, Hashable {
    case brought(String)
    case said(String)
    case found(RequestID, Int)
    case broke(RequestID, RequestFailure)
    case chosen(RequestID, String)

    var answers: RequestID? {
        switch self {
        case .found(let id, _), .broke(let id, _): id
        default: nil
        }
    }

    var failure: RequestFailure? {
        guard case .broke(_, let failure) = self else { return nil }
        return failure
    }

    var isTalk: Bool {
        guard case .said = self else { return false }
        return true
    }

    static func telling(_ failure: RequestFailure, of id: RequestID) -> RepairEvent? { .broke(id, failure) }
    static func telling(_ decision: Decision, on id: RequestID) -> RepairEvent? { .chosen(id, decision.choice) }
}

enum RepairEffect: Codable, Hashable, Sendable {
    case inspect(String)
    case count
    case tell(String)
}
