import Document
import Engine

typealias RepairGraph = StateGraph<Repair, RepairEvent, RepairEffect>
typealias RepairRun = Execution<Repair, RepairEffect>
typealias RepairCompiled = CompiledGraph<Repair, RepairEvent, RepairEffect>
typealias RepairCatalogue = NodeCatalogue<Repair, RepairEvent, RepairEffect>

extension RepairGraph {
    /// The whole workshop.
    static func workshop() -> RepairGraph {
        var graph = RepairGraph(entry: "receive")
        graph.reduce(\.log, with: .append)
        graph.addNode("receive", .reception)
        graph.addEdges(from: "receive", to: [.car: "inspect", .talk: "chat"]) { (state: Repair) in state.arrival }
        graph.addNode("chat", .chat)
        graph.addNode("inspect", .spread)
        for part in ["brakes", "engine"] { graph.addInspection(part) }
        graph.setPolicy(
            of: "brakes", timeout: .seconds(5), retry: RetryPolicy(attempts: 3, backoff: .seconds(1)))
        graph.addNode("paint", .note("paint"))
        graph.addEdge("paint", to: "report")
        graph.addFanOut(from: "inspect", to: ["brakes", "engine", "paint"], join: "report", within: .seconds(60))
        graph.addNode("report", .report)
        graph.addEdge("report", to: "approve")
        graph.addNode("approve", .approval)
        graph.addEdges(from: "approve", to: [.yes: "parts", .no: "done"]) { (state: Repair) in state.approval }
        graph.addSubgraph("parts", subgraph: .parts(), on: \.order)
        graph.addEdge("parts", to: "done")
        graph.addNode("done", .bill)
        return graph
    }

    mutating func addInspection(_ part: String) {
        addNode(part, .inspection(of: part))
        addEdge(part, to: "report")
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

extension RepairCatalogue {
    /// The words in which a workshop can be written down.
    static func workshop() -> RepairCatalogue {
        var catalogue = RepairCatalogue()
        catalogue.reduce(\.log, with: .append)
        catalogue.add("reception") { _ in .reception }
        catalogue.add("chat") { _ in .chat }
        catalogue.add("spread") { _ in .spread }
        catalogue.add("inspection", parameters: .object([.required("part", .text)])) { parameters in
            .inspection(of: parameters["part"]?.string ?? "")
        }
        catalogue.add("note", parameters: .object([.required("text", .text)])) { parameters in
            .note(parameters["text"]?.string ?? "")
        }
        catalogue.add("report") { _ in .report }
        catalogue.add("approval") { _ in .approval }
        catalogue.add("parts", subgraph: .parts(), on: \.order)
        catalogue.add("bill") { _ in .bill }
        catalogue.addCondition("arrival") { (state: Repair) in state.arrival }
        catalogue.addCondition("approval") { (state: Repair) in state.approval }
        return catalogue
    }
}

extension Execution where Effect == RepairEffect {
    /// The number of the request for an effect that is to be answered.
    func number(of effect: RepairEffect) -> RequestID? { outstanding.first { $0.effect == effect }?.id }
}
