import Document
import Foundation
import HTTPTypes
import HummingbirdCore
import Secure
import Supervision
import Surface
import Synchronization

/// Answers to requests that carried an `Idempotency-Key`: the same request again gets the same answer
/// (draft-ietf-httpapi-idempotency-key-header).
///
/// Bounded: `capacity` answers of at most 64 KiB, for a day; the oldest give way. A request that failed here (5xx, 429) may be made
/// again. Of this process: what must happen once across processes is known by its own id, as commands are.
final class IdempotencyLedger: Sendable {
    private struct Entry {
        let fingerprint: [UInt8]
        let since: Date
        /// `nil` while it is being answered.
        var answer: Result<HTTPReply, Problem>?
    }

    private enum Finding {
        case new
        case known(Result<HTTPReply, Problem>)
        case refused(Problem)
    }

    private static let lifetime: TimeInterval = 86_400
    private static let longest = 64 << 10
    private let capacity: Int
    private let state = Mutex<(entries: [String: Entry], order: [String])>(([:], []))

    init(capacity: Int = 10_000) {
        self.capacity = capacity
    }

    /// The answer of a call: a new one, or the one that was given before.
    func answer(_ call: Call, _ body: [UInt8], by work: () async throws -> HTTPReply) async throws -> HTTPReply {
        guard let key = try Self.key(of: call) else { return try await work() }
        let scope = [call.principal.id, call.operation.name, call.request.uri.path, key].joined(separator: "\n")
        switch begin(scope, Digest.sha256(body), call.now) {
        case .refused(let problem): throw problem
        case .known(let answer):
            var reply = try answer.get()
            reply.headers[.idempotencyReplayed] = "true"
            return reply
        case .new: return try await carryOut(scope, work)
        }
    }

    private func carryOut(_ scope: String, _ work: () async throws -> HTTPReply) async throws -> HTTPReply {
        do {
            let reply = try await work()
            let isKept = reply.stream == nil && reply.content.count <= Self.longest && reply.status.code < 500
            finish(scope, isKept ? .success(reply) : nil)
            return reply
        } catch let problem as Problem {
            finish(scope, problem.kind.status < 500 && problem.kind.status != 429 ? .failure(problem) : nil)
            throw problem
        } catch {
            finish(scope, nil)
            throw error
        }
    }

    private func begin(_ scope: String, _ fingerprint: [UInt8], _ now: Date) -> Finding {
        state.withLock { state in
            if let known = state.entries[scope], now.timeIntervalSince(known.since) < Self.lifetime {
                guard known.fingerprint == fingerprint else {
                    return .refused(Problem(.idempotencyMismatch, "This key came with another body before."))
                }
                return known.answer.map(Finding.known)
                    ?? .refused(Problem(.idempotencyInProgress, "The same request is being answered; ask again soon."))
            }
            if state.entries.updateValue(Entry(fingerprint: fingerprint, since: now), forKey: scope) == nil {
                state.order.append(scope)
            }
            if state.order.count > capacity {
                for old in state.order.prefix(capacity / 4) { state.entries[old] = nil }
                state.order.removeFirst(capacity / 4)
            }
            return .new
        }
    }

    private func finish(_ scope: String, _ answer: Result<HTTPReply, Problem>?) {
        state.withLock { state in
            guard let answer else {
                state.entries[scope] = nil
                state.order.removeAll { $0 == scope }
                return
            }
            state.entries[scope]?.answer = answer
        }
    }

    /// The key a call carries, if its operation heeds one.
    private static func key(of call: Call) throws(Problem) -> String? {
        guard call.operation.idempotency != .none else { return nil }
        let named = call.header("Idempotency-Key") ?? call.body["client_message_id"]?.string
        guard let key = named?.trimmingCharacters(in: CharacterSet(charactersIn: "\" ")), !key.isEmpty else {
            guard call.operation.idempotency == .required else { return nil }
            throw .invalid("/Idempotency-Key", "Send an Idempotency-Key: a text that is new for each request.")
        }
        guard key.utf8.count <= 255 else { throw .invalid("/Idempotency-Key", "It may have at most 255 bytes.") }
        return key
    }
}

extension HTTPField.Name {
    static let idempotencyReplayed = HTTPField.Name("Idempotency-Replayed") ?? .origin
}
