import Engine
import FoundationEssentials

/// A small graph to test the engine with: weigh, ask for a price, wait for it, ship or refuse.
struct Parcel: Sendable, Equatable {
    var weight = 0
    var price: Int?
    var log: [String] = []
    var waiting: RequestID?
}

enum ParcelEvent: GraphEvent {
    case arrived(weight: Int)
    case priced(RequestID, Int)

    var answers: RequestID? {
        guard case .priced(let id, _) = self else { return nil }
        return id
    }
}

enum ParcelEffect: Sendable, Equatable {
    case askPrice(weight: Int)
    case label(String)
}

enum Handling: String, CaseIterable, Sendable { case light, heavy }

typealias ParcelRun = Execution<Parcel, ParcelEffect>
typealias ParcelGraph = StateGraph<Parcel, ParcelEvent, ParcelEffect>

let noon = Date(timeIntervalSince1970: 1_700_000_000)

func parcelGraph() -> ParcelGraph {
    var graph = ParcelGraph(entry: "weigh")
    graph.reduce(\.log, with: .append)
    graph.addNode("weigh", may: [.next]) { visit in
        if case .arrived(let weight) = visit.event { visit.write(\.weight, weight) }
        visit.write(\.log, ["weigh"])
        return .next
    }
    graph.addNode("price", may: [.stay, .next]) { visit in
        visit.write(\.log, ["price"])
        visit.write(\.waiting, visit.request(.askPrice(weight: visit.state.weight)))
        return .stay
    } resume: { visit in
        guard case .priced(_, let price) = visit.event else { return .stay }
        visit.write(\.price, price)
        return .next
    }
    graph.addNode("ship", may: [.finish]) { visit in
        visit.write(\.log, ["ship"])
        visit.emit(.label("\(visit.state.weight) for \(visit.state.price ?? 0)"))
        return .finish
    }
    graph.addNode("refuse", may: [.finish]) { visit in
        visit.write(\.log, ["refuse"])
        return .finish
    }
    graph.addEdges(from: "weigh", to: [.light: "price", .heavy: "refuse"]) { (state: Parcel) -> Handling in
        state.weight > 20 ? .heavy : .light
    }
    graph.addEdge("price", to: "ship")
    return graph
}
