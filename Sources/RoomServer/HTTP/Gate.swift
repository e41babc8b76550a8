import Foundation
import NIOHTTP1

/// Who may open a WebSocket, and as what.
enum Gate {
    /// - Throws: the status and the sentence to answer instead of opening the socket.
    static func role(of head: HTTPRequestHead, driver: SwitchboardDriver) throws(JoinRefusal) -> ConnectionRole {
        let target = RequestTarget(head.uri)
        let token = bearer(head) ?? target.query["access_token"]
        switch target.path {
        case "/rtc/v1":
            return .guest(
                try driver.ask { (board) throws(JoinRefusal) in
                    try board.admit(token: token, joinRequest: target.query["join_request"])
                })
        case "/rtc":
            // Only the older clients' form of this path lacks a join request; it is not spoken here.
            guard let join = target.query["join_request"] else { throw JoinRefusal(status: 404, text: "") }
            return .guest(
                try driver.ask { (board) throws(JoinRefusal) in try board.admit(token: token, joinRequest: join) })
        case "/agent":
            return .worker(
                try driver.ask { (board) throws(JoinRefusal) in try board.admitWorker(token: token) })
        default:
            throw JoinRefusal(status: 404, text: "")
        }
    }

    /// The token of `Authorization: Bearer …`.
    static func bearer(_ head: HTTPRequestHead) -> String? {
        guard let value = head.headers.first(name: "authorization") else { return nil }
        let words = value.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return String(words[1])
    }
}
