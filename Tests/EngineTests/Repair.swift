import Document
import Engine
import FoundationEssentials

/// A graph with everything: a car is received, looked at by three people at once, its owner approves, parts are ordered.
struct Repair: Codable, Hashable, Sendable {
    /// What the parts department works on.
    struct Order: Codable, Hashable, Sendable {
        var parts = 0
        var notes: [String] = []
    }

    var log: [String] = []
    var car: String?
    var talks = false
    var choice = "no"
    var order = Order()
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

typealias RepairGraph = StateGraph<Repair, RepairEvent, RepairEffect>
typealias RepairRun = Execution<Repair, RepairEffect>
typealias RepairCompiled = CompiledGraph<Repair, RepairEvent, RepairEffect>

extension RepairGraph {
    enum Arrival: String, CaseIterable, Sendable { case car, talk }
    enum Approval: String, CaseIterable, Sendable { case yes, no }

    /// The whole workshop.
    static func workshop() -> RepairGraph {
        var graph = RepairGraph(entry: "receive")
        graph.reduce(\.log, with: .append)
        graph.addReception()
        for part in ["brakes", "engine"] { graph.addInspection(part) }
        graph.setPolicy(
            of: "brakes", timeout: .seconds(5), retry: RetryPolicy(attempts: 3, backoff: .seconds(1)))
        graph.addNode("paint", may: [.next]) { visit in
            visit.write(\.log, ["paint"])
            return .next
        }
        graph.addEdge("paint", to: "report")
        graph.addFanOut(from: "inspect", to: ["brakes", "engine", "paint"], join: "report", within: .seconds(60))
        graph.addApproval()
        graph.addSubgraph("parts", subgraph: .parts(), on: \.order)
        graph.addEdge("parts", to: "done")
        graph.addNode("done", may: [.finish]) { visit in
            visit.emit(.tell("\(visit.state.car ?? "?"): \(visit.state.choice), \(visit.state.order.parts)"))
            return .finish
        }
        return graph
    }

    private mutating func addReception() {
        addNode("receive", may: [.next]) { visit in
            switch visit.event {
            case .brought(let car): visit.write(\.car, car)
            case .said(let words): visit.write(\.log, [words])
            default: break
            }
            visit.write(\.talks, visit.event.isTalk)
            return .next
        }
        addEdges(from: "receive", to: [.car: "inspect", .talk: "chat"]) { (state: Repair) -> Arrival in
            state.talks ? .talk : .car
        }
        addNode("chat", may: [.finish]) { visit in
            visit.emit(.tell("hello"))
            return .finish
        }
        addNode("inspect", may: [.fanOut]) { visit in
            visit.write(\.log, ["inspect"])
            return .fanOut
        }
    }

    /// Somebody looks at a part and says how many of it are needed.
    mutating func addInspection(_ part: String) {
        addNode(part, may: [.stay, .next]) { visit in
            visit.write(\.log, ["\(part)?"])
            visit.request(.inspect(part))
            return .stay
        } resume: { visit in
            switch visit.event {
            case .found(_, let count): visit.write(\.log, ["\(part) \(count)"])
            case .broke(_, let failure): visit.write(\.log, ["\(part) \(failure)"])
            default: return .stay
            }
            return .next
        }
        addEdge(part, to: "report")
    }

    private mutating func addApproval() {
        addNode("report", may: [.next]) { visit in
            visit.write(\.log, ["report" + visit.missing.map { " without \($0)" }.joined()])
            return .next
        }
        addEdge("report", to: "approve")
        addNode("approve", may: [.stay, .next]) { visit in
            visit.interrupt(
                Interrupt.Question(
                    kind: "approval", prompt: "Repair it?", options: ["yes", "no"], details: ["car": "Golf"]),
                within: .seconds(3600))
            return .stay
        } resume: { visit in
            visit.write(\.choice, visit.decision?.choice ?? "no")
            visit.write(\.log, [visit.decision?.note ?? "\(visit.event.failure.map { "\($0)" } ?? "")"])
            return .next
        }
        addEdges(from: "approve", to: [.yes: "parts", .no: "done"]) { (state: Repair) -> Approval in
            state.choice == "yes" ? .yes : .no
        }
    }
}

extension StateGraph where State == Repair.Order, Event == RepairEvent, Effect == RepairEffect {
    /// The parts department, which knows nothing of cars.
    static func parts() -> Self {
        var graph = Self(entry: "count")
        graph.reduce(\.notes, with: .append)
        graph.addNode("count", may: [.stay, .next]) { visit in
            visit.write(\.notes, ["counting"])
            visit.request(.count)
            return .stay
        } resume: { visit in
            if case .found(_, let parts) = visit.event { visit.write(\.parts, parts) }
            return .next
        }
        graph.addEdge("count", to: "note")
        graph.addNode("note", may: [.finish]) { visit in
            visit.write(\.notes, ["counted"])
            return .finish
        }
        return graph
    }
}

extension Execution where Effect == RepairEffect {
    /// The number of the request for an effect that is to be answered.
    func number(of effect: RepairEffect) -> RequestID? { outstanding.first { $0.effect == effect }?.id }
}
