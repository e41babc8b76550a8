import Foundation

/// A running `parley dev`.
struct Server {
    let child: Child
    /// Of the control API: `http://…`.
    let api: String
    /// Of the room server: `ws://…`.
    let livekit: String

    private struct Line: Decodable {
        let api: String
        let livekit: String
    }

    init(_ child: Child, line: String) throws {
        let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
        self.child = child
        api = line.api
        livekit = line.livekit
    }
}
