import Foundation

/// One line of `parley call --json`, as far as it is wanted here.
struct CallEvent: Decodable {
    let event: String
    let line: Int?
    let replyMilliseconds: Double?
    let stopMilliseconds: Double?

    private enum CodingKeys: String, CodingKey {
        case event, line
        case replyMilliseconds = "reply_ms"
        case stopMilliseconds = "stop_ms"
    }

    static func all(in lines: [String]) throws -> [CallEvent] {
        try lines.map { try JSONDecoder().decode(CallEvent.self, from: Data($0.utf8)) }
    }
}
