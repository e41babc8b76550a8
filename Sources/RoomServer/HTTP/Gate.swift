import Foundation
import NIOHTTP1

/// Who may open a WebSocket, and as what.
enum Gate {
    /// - Throws: the status and the sentence to answer instead of opening the socket.
    static func role(of head: HTTPRequestHead, driver: SwitchboardDriver) throws(JoinRefusal) -> ConnectionRole {
        switch RequestTarget(head.uri).path {
        case "/rtc", "/rtc/v1":
            let request = guestRequest(head)
            return .guest(try driver.ask { (board) throws(JoinRefusal) in try board.admit(request) })
        case "/agent":
            let token = bearer(head) ?? RequestTarget(head.uri).query["access_token"]
            return .worker(try driver.ask { (board) throws(JoinRefusal) in try board.admitWorker(token: token) })
        default:
            throw .notFound
        }
    }

    /// Checks a guest's request that comes on a path with `/validate` behind, without opening anything.
    static func validate(_ head: HTTPRequestHead, driver: SwitchboardDriver) throws(JoinRefusal) {
        let request = guestRequest(head)
        _ = try driver.ask { (board) throws(JoinRefusal) in try board.admit(request) }
    }

    private static func guestRequest(_ head: HTTPRequestHead) -> GuestRequest {
        let target = RequestTarget(head.uri)
        let path = target.path.hasSuffix("/validate") ? String(target.path.dropLast(9)) : target.path
        return GuestRequest(path: path, query: target.query, token: bearer(head))
    }

    /// The token of `Authorization: Bearer …`.
    static func bearer(_ head: HTTPRequestHead) -> String? {
        guard let value = head.headers.first(name: "authorization") else { return nil }
        let words = value.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return String(words[1])
    }
}
