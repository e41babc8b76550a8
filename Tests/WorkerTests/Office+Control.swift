import Conversation
import Document
import Foundation
import Host
import Store
import Supervision
import Testing

/// People who steer the calls of an office.
extension Office {
    static let supervisor = Principal(id: "usr_sue", role: .supervisor, name: "Sue")

    /// Sends a command on its way; its id.
    @discardableResult
    func order(
        _ body: Command.Body, in session: String, by principal: Principal = Office.supervisor
    ) async throws -> String {
        let command = Command(
            id: RandomID.make("cmd"), session: session, by: principal, body, at: Date())
        try await exchange.bus.send(command)
        return command.id
    }

    /// Takes the say in a session.
    func takeLease(of session: String) async throws {
        let lease = try await order(.acquireLease(for: 60, steals: false), in: session)
        #expect(try await outcome(of: lease, in: session)["status"]?.string == "applied")
    }

    /// The frames of a kind, oldest first.
    func frames(_ type: String, of session: String) -> [JSON] {
        log.events(of: session, after: 0).filter { $0.type == type }.map(\.frame)
    }

    /// Polls until a command has its final outcome.
    func outcome(
        of command: String, in session: String, within limit: Duration = .seconds(25)
    ) async throws -> JSON {
        let found = try await wait("the outcome of a command", within: limit) {
            self.frames("command", of: session).last {
                $0["command_id"]?.string == command
                    && $0["status"]?.string.flatMap(CommandOutcome.Status.init)?.isFinal == true
            }
        }
        return found ?? [:]
    }

    /// Polls until there is something; fails the test after `limit`.
    func wait<Value>(
        _ what: Comment, within limit: Duration = .seconds(25), for find: () -> Value?
    ) async throws -> Value? {
        let deadline = ContinuousClock().now + limit
        while ContinuousClock().now < deadline {
            if let value = find() { return value }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("\(what) did not happen within \(limit)")
        return nil
    }

    /// Polls until a session is in a mode.
    func wait(forMode mode: String, of session: String) async throws {
        _ = try await wait("mode \(mode)") {
            self.frames("mode", of: session).last?["mode"]?.string == mode ? true : nil
        }
    }
}
