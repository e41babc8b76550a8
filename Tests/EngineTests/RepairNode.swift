import Document
import Engine

typealias RepairNode = NodeBehaviour<Repair, RepairEvent, RepairEffect>

/// What the people of the workshop do.
extension RepairNode {
    static var reception: RepairNode {
        RepairNode(may: [.next]) { visit in
            switch visit.event {
            case .brought(let car): visit.write(\.car, car)
            case .said(let words): visit.write(\.log, [words])
            default: break
            }
            visit.write(\.talks, visit.event.isTalk)
            return .next
        }
    }

    static var chat: RepairNode {
        RepairNode(may: [.finish]) { visit in
            visit.emit(.tell("hello"))
            return .finish
        }
    }

    static var spread: RepairNode {
        RepairNode(may: [.fanOut]) { visit in
            visit.write(\.log, ["inspect"])
            return .fanOut
        }
    }

    /// Somebody looks at a part and says how many of it are needed.
    static func inspection(of part: String) -> RepairNode {
        RepairNode(may: [.stay, .next]) { visit in
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
    }

    static func note(_ text: String) -> RepairNode {
        RepairNode(may: [.next]) { visit in
            visit.write(\.log, [text])
            return .next
        }
    }

    static var report: RepairNode {
        RepairNode(may: [.next]) { visit in
            visit.write(\.log, ["report" + visit.missing.map { " without \($0)" }.joined()])
            return .next
        }
    }

    static var approval: RepairNode {
        RepairNode(may: [.stay, .next]) { visit in
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
    }

    static var bill: RepairNode {
        RepairNode(may: [.finish]) { visit in
            visit.emit(.tell("\(visit.state.car ?? "?"): \(visit.state.choice), \(visit.state.order.parts)"))
            return .finish
        }
    }
}
